import { createServer, type RequestListener, type Server } from 'node:http';
import type { Server as SocketServer } from 'node:net';

/** Serves HTTP on one port of the first address and, where this machine has them, of the others. Port 0 takes a free one. */
export const listen = async (answer: RequestListener, port: number, addresses: readonly string[] = ['127.0.0.1'], setting = 'PORT=…') => {
  const servers: Server[] = [];
  let bound = port;
  for (const address of addresses) {
    const server = createServer(answer);
    // Clients keep connections; one that the server closes first makes a call fail at random.
    server.keepAliveTimeout = 0;
    try {
      bound = await open(server, bound, address, setting);
      servers.push(server);
    } catch (error) {
      // A machine without IPv6.
      if (servers.length === 0 || !['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error))) throw error;
    }
  }
  return {
    port: bound,
    close: async (): Promise<void> => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
};

/** Answers with the port. Throws one sentence for a person when it is taken; `setting` says how another is chosen. */
export const open = (server: SocketServer, port: number, address: string, setting: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const refuse = (error: Error) => {
      const taken = `Port ${port} is taken by another program: stop it, or choose another port with ${setting}`;
      reject(codeOf(error) === 'EADDRINUSE' ? new Error(taken) : error);
    };
    server.once('error', refuse);
    server.listen(port, address, () => {
      server.off('error', refuse);
      const at = server.address();
      resolve(at === null || typeof at === 'string' ? port : at.port);
    });
  });

/** Throws at once, before anything slow begins, where somebody else has the port. Answers with the port: of 0, one that nobody uses at this moment. */
export const mustBeFree = async (...where: [port: number, addresses?: readonly string[], setting?: string]): Promise<number> => {
  const { port, close } = await listen(() => {}, ...where);
  await close();
  return port;
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
