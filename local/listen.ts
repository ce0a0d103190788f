import { createServer, type RequestListener, type Server } from 'node:http';

export type Listening = { port: number; close: () => Promise<void> };

/**
 * Serves HTTP on one port of the first address and, where this machine has them, of the others. Port 0 takes a free one.
 * Throws one sentence for a person when the port is taken.
 */
export const listen = async (answer: RequestListener, port: number, addresses: readonly string[] = ['127.0.0.1']): Promise<Listening> => {
  const servers: Server[] = [];
  let bound = port;
  for (const address of addresses) {
    const server = createServer(answer);
    // Clients keep connections; one that the server closes first makes a call fail at random.
    server.keepAliveTimeout = 0;
    try {
      bound = await open(server, bound, address);
      servers.push(server);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EADDRINUSE') throw new Error(`Port ${bound} is taken by another program: stop it, or choose another port with PORT=…`);
      // A machine without IPv6.
      if (servers.length === 0 || (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT')) throw error;
    }
  }
  return {
    port: bound,
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
};

const open = (server: Server, port: number, address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      const at = server.address();
      resolve(at === null || typeof at === 'string' ? port : at.port);
    });
  });

/** A port that nobody uses at this moment. */
export const freePort = async (): Promise<number> => {
  const { port, close } = await listen(() => {}, 0);
  await close();
  return port;
};
