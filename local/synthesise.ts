import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
/** The addresses that the template of the `local` environment bears. */
const PUBLIC_URL = 'http://localhost:3000';
const SIGN_IN_ISSUER = 'http://localhost:3001';

/**
 * Writes the stacks of the `local` environment into a folder, which is emptied first; leaves it alone where nothing they are made of has changed since.
 * Throws with what the CDK app said.
 */
export const synthesise = async (folder: string): Promise<void> => {
  const stamp = join(folder, 'made-of');
  const sources = stampOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  rmSync(folder, { recursive: true, force: true });
  const child = spawn(process.execPath, ['bin/complaints.ts'], {
    cwd: project,
    // The CDK's own check of templates takes two seconds: `npm run synth` makes it, and a start need not wait for it.
    env: { ...process.env, PUBLIC_URL, SIGN_IN_ISSUER, CDK_OUTDIR: folder, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A start that fails or is ended meanwhile leaves nothing running.
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]).finally(() => process.off('exit', kill));
  if (code !== 0) throw new Error(`The stack could not be synthesised:\n${said.trim()}`);
  // What changed while it was made is not in it for certain: the stamp is of before.
  writeFileSync(stamp, sources);
};

/** Everything that stacks and bundles are made of: our own sources, and by the lock file the packages. */
const stampOfSources = (): string => {
  const hash = createHash('sha256').update(process.version);
  const own = ['bin', 'lib', 'functions', 'council'].flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.generated.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const shared = ['package-lock.json', 'tsconfig.json'].map((name) => join(project, name));
  for (const file of [...own.sort(), ...shared]) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

/** Puts this run's addresses in the place of the template's, so that many runs share one synthesised folder. */
export const readdress =
  ({ publicUrl, signInIssuer }: { publicUrl: string; signInIssuer: string }) =>
  (template: string): string =>
    template.replace(/http:\/\/localhost:300[01](?!\d)/g, (found) => (found === PUBLIC_URL ? publicUrl : signInIssuer));
