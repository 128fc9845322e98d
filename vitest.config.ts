import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const pure = ['**/*.test.ts', '**/*.test.tsx'];
const withDatabase = ['**/*.db.test.ts', '**/*.race.test.ts'];
const journeys = ['test/journeys/**/*.test.ts'];
const elsewhere = ['node_modules/**', 'var/**', 'dist/**', 'tools/walls-fixtures/**', ...journeys];
const journeySetup = 'test/journeys/setup.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // One process a core keeps its modules and its database for all the files it runs.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/reporter.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: pure, exclude: [...withDatabase, ...elsewhere] } },
      { extends: true, test: { name: 'database', include: withDatabase, exclude: elsewhere, globalSetup: './test/support/setup.ts' } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          testTimeout: 120_000,
          fileParallelism: false,
          globalSetup: existsSync(journeySetup) ? [`./${journeySetup}`] : [],
        },
      },
    ],
  },
});
