import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesise } from '../../local/synthesise.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the synthesised stack, with its functions bundled. */
    cdkOut: string;
  }
}

/** One synthesis for the whole run: what journeys start is what would be deployed. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'complaints-stack-'));
  await synthesise(folder);
  project.provide('cdkOut', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
