import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';
import { JourneysBetween } from './test/support/journeys-between.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest leaves one core to itself. Here it idles while tests wait for processes of the stack, so two cores run two test files.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: JourneysBetween },
    setupFiles: ['test/support/one-seed.ts'],
    globalSetup: ['test/support/global-setup.ts', 'test/support/global-door.ts'],
    reporters: ['default', new ClosingLine()],
    // No test replaces a module and all are handed whatever they need, so nothing of one file reaches the next of its worker: each module is loaded
    // once for all of them, a tenth of the whole run. For that they are one project: workers of one are of no use to another.
    isolate: false,
    // Node loads what is tested, as it loads what is started: Vite's own runner takes a twentieth longer, and can only do more.
    experimental: { viteModuleRunner: false },
  },
});
