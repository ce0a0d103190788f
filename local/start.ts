import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkJava } from './dynamodb/java.ts';

const folder = fileURLToPath(new URL('../.local', import.meta.url));

const portIn = (name: string, otherwise: number): number => {
  const port = Number(process.env[name] ?? otherwise);
  if (Number.isInteger(port) && port >= 1 && port <= 65_534) return port;
  throw new Error(`${name} must be a port number between 1 and 65534, and it is ${process.env[name]}`);
};

/** It is ending: what fails from then on, fails because of that. */
let ending = false;

/** `npm start`, `npm start -- --fresh`: the whole service on this machine until Ctrl-C. */
const run = async (): Promise<void> => {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
  checkJava();
  const smtpPort = portIn('SMTP_PORT', 2525);
  const port = portIn('PORT', 3000);
  if (smtpPort === port) throw new Error(`PORT and SMTP_PORT are both ${port}: choose two ports, and leave the one after PORT to sign-in`);
  if (values.fresh) rmSync(folder, { recursive: true, force: true });
  // A wrong port or a missing Java is said at once: the rest takes a second to load.
  const { startLocalStack } = await import('./stack.ts');
  const starting = startLocalStack({ port, smtpPort, folder, print: (line) => console.log(line) });
  const end = (code: number) => {
    ending = true;
    const leave = () => process.exit(code);
    // Whatever does not end by itself ends with this process.
    setTimeout(leave, 1000).unref();
    starting.then((stack) => stack.stop()).then(leave, leave);
  };
  process.on('SIGINT', () => end(0)).on('SIGTERM', () => end(0));
  const stack = await starting;
  void stack.broken.then((why) => {
    if (ending) return;
    console.error(`${why} Start again with npm start: what is kept in .local is still there.`);
    end(1);
  });
  console.log(`Ready after ${(performance.now() / 1000).toFixed(1)} s. Ctrl-C ends it; npm start -- --fresh begins with nothing kept.

  The complaint form   ${stack.url}/
  The officers' desk   ${stack.url}/desk
  The console          ${stack.url}/_local    (sent mail, clock, schedules, refused calls)
  Mail in              smtp://localhost:${stack.smtpPort}`);
};

run().catch((error: unknown) => {
  if (ending) process.exit(0);
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
