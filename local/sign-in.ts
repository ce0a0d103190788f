import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type MovableClock, tellOffset } from './clock.ts';

const preload = new URL('./functions/preload.mjs', import.meta.url).href;
const program = fileURLToPath(new URL('./sign-in-server.ts', import.meta.url));

/**
 * A real OpenID provider on loopback at `http://localhost:<port>`, in a process of its own under the same shifted `Date` as the functions: its tokens
 * are issued and run out by the stack's clock. Throws where the port is taken.
 */
export async function startSignIn({ port, publicUrl, clock }: { port: number; publicUrl: string; clock: MovableClock }) {
  const child = fork(program, [String(port), publicUrl], {
    execArgv: ['--import', preload],
    env: { LOCAL_CLOCK_OFFSET: String(clock.offsetMilliseconds()) },
  });
  // A start that fails or is ended meanwhile leaves nothing running.
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  const failed = once(child, 'exit').then(() => {
    process.off('exit', kill);
    throw new Error(`The sign-in provider could not start on port ${port}: another program may have it.`);
  });
  await Promise.race([once(child, 'message'), failed]);
  clock.onMove((offset) => tellOffset(child, offset));
  return {
    stop: kill,
    /** When the process has ended, whoever ended it. */
    ended: failed.catch(() => undefined),
  };
}
