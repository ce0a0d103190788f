import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';

const rules = ['app', 'contracts', 'domain', 'triage'].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Vitest leaves one core to itself. Here it idles while tests wait for processes of the stack, so two cores run two test files.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/support/one-seed.ts'],
    // Once for both projects.
    globalSetup: ['test/support/global-setup.ts', 'test/support/global-dynamodb.ts'],
    reporters: ['default', new ClosingLine()],
    // No test replaces a module and all are handed whatever they need, so nothing of one file reaches the next of its worker: each module is loaded
    // once for all of them, a tenth of the whole run.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: rules },
      },
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [...rules, 'test/journeys/**'] },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/global-stack.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
