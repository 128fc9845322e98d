import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { checkLock } from './lock.ts';
import { checkWalls } from './walls.ts';

export type Totals = { passed: number; failed: number };
type Outcome = { readonly ok: boolean; readonly output: string };
type Check = { readonly name: string; readonly run: () => Outcome | Promise<Outcome> };

const root = fileURLToPath(new URL('..', import.meta.url));

const checks: readonly Check[] = [
  { name: 'types', run: () => tool('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', run: () => tool('oxlint/bin/oxlint', '--type-aware', '--quiet', '--format=unix') },
  { name: 'dead code', run: () => tool('knip/bin/knip.js', '--no-progress') },
  { name: 'format', run: () => tool('@biomejs/biome/bin/biome', 'format') },
  { name: 'walls', run: () => listed(checkWalls(root).map(({ path, line, what, rule }) => `${path}:${line} ${what} [${rule}]`)) },
  { name: 'lock file', run: () => listed(checkLock(root)) },
  ...(existsSync(`${root}tools/hant.ts`) ? [{ name: 'traditional characters', run: () => node('tools/hant.ts', '--check') }] : []),
];

/** Runs all checks, a few at a time, and says of each how it went. */
export async function runChecks(): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  const waiting = [...checks];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const start = performance.now();
      const { ok, output } = await check.run();
      totals[ok ? 'passed' : 'failed'] += 1;
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      if (!ok) console.log(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return totals;
}

function listed(lines: readonly string[]): Outcome {
  return { ok: lines.length === 0, output: lines.join('\n') };
}

function tool(script: string, ...args: string[]): Promise<Outcome> {
  return node(`node_modules/${script}`, ...args);
}

function node(script: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}${script}`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await runChecks();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
