import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The addresses that the template of the `local` environment bears when nobody names others. */
const DEFAULT_PUBLIC_URL = 'http://localhost:3000';
const DEFAULT_SIGN_IN_ISSUER = 'http://localhost:3001';

type Addresses = { publicUrl: string; signInIssuer: string };

/** Writes the stacks of the `local` environment into a folder, which is emptied first. Throws with what the CDK app said. */
export const synthesise = async (
  folder: string,
  { publicUrl, signInIssuer }: Addresses = { publicUrl: DEFAULT_PUBLIC_URL, signInIssuer: DEFAULT_SIGN_IN_ISSUER },
): Promise<void> => {
  rmSync(folder, { recursive: true, force: true });
  const child = spawn(process.execPath, ['bin/complaints.ts'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, PUBLIC_URL: publicUrl, SIGN_IN_ISSUER: signInIssuer, CDK_OUTDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  if (code !== 0) throw new Error(`The stack could not be synthesised:\n${said.trim()}`);
};

/** Puts this run's addresses in the place of the default ones, so that many runs share one synthesised folder. */
export const readdress =
  ({ publicUrl, signInIssuer }: Addresses) =>
  (template: string): string =>
    template.replace(/http:\/\/localhost:300[01](?!\d)/g, (found) => (found === DEFAULT_PUBLIC_URL ? publicUrl : signInIssuer));
