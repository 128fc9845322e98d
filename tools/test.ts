import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks, type Totals } from './check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const filters = process.argv.slice(2);

/** Everything: checks, tests, journeys. With filters (`npm test -- hall`) only the tests whose path contains one of them. */
async function runAll(): Promise<Totals[]> {
  spawnSync('sh', ['tools/debian-packages.sh'], { cwd: root, stdio: 'inherit' });
  if (filters.length > 0) return [vitest(...filters)];
  const journeys = globSync('test/journeys/**/*.test.ts', { cwd: root });
  return [
    await runChecks(),
    vitest('--project', 'pure', '--project', 'database'),
    ...(journeys.length > 0 ? [vitest('--project', 'journeys')] : []),
  ];
}

function vitest(...args: string[]): Totals {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-totals-'));
  const file = join(folder, 'totals.json');
  const { status } = spawnSync(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, 'run', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_TOTALS: file },
  });
  const totals = readTotals(file);
  rmSync(folder, { recursive: true });
  // A run that broke off counts as a failure even when every test it reached had passed.
  return status !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

function readTotals(file: string): Totals {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Totals;
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const all = await runAll();
const passed = all.reduce((sum, totals) => sum + totals.passed, 0);
const failed = all.reduce((sum, totals) => sum + totals.failed, 0);
const tested = all.slice(filters.length > 0 ? 0 : 1).some((totals) => totals.passed + totals.failed > 0);
console.log(`\n${passed} passed, ${tested ? failed : failed + 1} failed`);
process.exitCode = failed > 0 || !tested ? 1 : 0;
