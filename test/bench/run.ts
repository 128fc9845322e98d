import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '#main/postgres.ts';
import { fillProduct, fillReference, listNames } from './data.ts';
import { answers } from './form.ts';
import { measure, type Shot, type Target } from './load.ts';
import { pgbench, type Script, submitScript } from './pgbench.ts';
import { lineOf, type Row } from './report.ts';
import { calm, cpuMsOf, memoryOf, postgresCpuMs, type Running, startServer, stopAll } from './servers.ts';
import { statementsOfSubmit } from './statements.ts';
import { pageFifty, prepare, type Work, worksOf } from './works.ts';

/**
 * `npm run bench [-- --cases 1000000 --rounds 3 --seconds 3]`: this product, a bare server and the database alone, side by side on one PostgreSQL, in turns.
 * Ratios are the result; absolute numbers belong to this machine. What each side does: docs/operate/performance.md.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    port: { type: 'string', default: '8181' },
  },
});
const [cases, rounds, seconds, port] = [values.cases, values.rounds, values.seconds, values.port].map(Number) as [
  number,
  number,
  number,
  number,
];

const warmSeconds = 2;

process.on('exit', stopAll);
const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
const postgresFolder = join(folder, 'postgres');
const databaseCpuMs = () => postgresCpuMs(postgresFolder);
const startProduct = () =>
  startServer({
    command: ['tools/start.mjs', 'start'],
    port,
    env: { TONGBAN_DATA: folder, TONGBAN_DEMO: '1' },
    ready: '/readyz',
  });
const targetOf = ({ base, pid }: Running): Target => ({ base, serverCpuMs: () => cpuMsOf(pid), databaseCpuMs });

const product = await startProduct();
const postgres = await startPostgres({ folder: postgresFolder });
console.log(`filling ${cases} cases on both sides …`);
const ready = await prepare(product.base);
await fillProduct(postgres.ownerUrl, cases);
const referenceUrl = await fillReference(postgres.ownerUrl, { cases, names: await listNames(postgres.ownerUrl) });
const reference = await startServer({
  command: ['--max-semi-space-size=8', 'test/bench/reference.ts'],
  port: port + 1,
  env: { REFERENCE_URL: referenceUrl },
  ready: '/items?q=x',
});
const script = submitScript(
  await statementsOfSubmit(postgres.appUrl, { token: ready.citizen, body: JSON.parse(ready.body(answers)) as object }),
);
const [ours, bare] = [targetOf(product), targetOf(reference)];
const settle = () => calm(() => ours.serverCpuMs() + databaseCpuMs());

const rows = new Map<string, Row>();
for (let round = 1; round <= rounds; round += 1) {
  const page50 = await pageFifty(product.base, ready.supervisor);
  for (const work of worksOf({ ...ready, page50 })) {
    await settle();
    await measureWork(work, round);
  }
}
const loadedMib = memoryOf(product.pid);
await reference.stop();
await product.stop();
await postgres.stop();
const again = await startProduct();
const idleMib = memoryOf(again.pid);
await again.stop();
rmSync(folder, { recursive: true, force: true });

console.table([...rows.values()].map(lineOf));
console.log(
  `ready again after ${(again.readyMs / 1000).toFixed(2)} s with its database · memory: idle ${idleMib.toFixed(0)} MiB, after the load ${loadedMib.toFixed(0)} MiB`,
);
const results = { cases, rounds, seconds, rows: [...rows.values()], readyMs: again.readyMs, idleMib, loadedMib };
writeFileSync('bench.json', JSON.stringify(results, undefined, 1));

/** One round of one thing: the bare server, the least, ours, the database alone. */
async function measureWork(work: Work, round: number): Promise<void> {
  const { clients } = work;
  const row = rows.get(work.name) ?? { name: work.name, product: [], reference: [], least: [], database: [] };
  rows.set(work.name, row);
  const of = async (target: Target, shot: Shot) => {
    // Code that has only just begun to run says little of a service that runs for weeks.
    if (round === 1) await measure(target, shot, { clients, seconds: warmSeconds });
    return measure(target, shot, { clients, seconds });
  };
  if (work.reference) row.reference.push(await of(bare, work.reference));
  if (work.least) row.least.push(await of(bare, work.least));
  row.product.push(await of(ours, work.product));
  if (work.least) row.database.push(...alone(script, clients));
  const line = lineOf({
    ...row,
    product: row.product.slice(-1),
    reference: row.reference.slice(-1),
    least: row.least.slice(-1),
    database: row.database.slice(-1),
  });
  console.log(`round ${round}  ${work.name}: ours ${line['ours /s']}, bare ${line['bare /s']}, cpu ms ${line['cpu ms ours, bare']}`);
}

function alone(what: Script, clients: number): number[] {
  const rate = pgbench(postgres.appUrl, what, { clients, seconds });
  return rate === undefined ? [] : [rate];
}
