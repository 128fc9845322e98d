import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Tx } from '#kernel/db.ts';
import { newId } from '#kernel/ids.ts';
import { prepareJobs } from '#kernel/jobs.ts';
import { migrateAll } from '#main/database.ts';
import { startPostgres } from '#main/postgres.ts';
import { withClient } from '#main/postgres/check.ts';
import { lockNext, setTicket } from '#modules/hall/queries/tickets.ts';

/**
 * `node test/bench/calls.ts [--tickets 100000 --windows 40 --each 5000]`: forty windows empty one crowded day after another, as fast as they can, the way the
 * hall calls and the way others do (read who is first, then write). Says how many numbers were called twice, how many calls a second, and the 99th percentile.
 */
const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const [tickets, windows, each] = [option('tickets', 100_000), option('windows', 40), option('each', 5000)];
const folder = mkdtempSync(join(tmpdir(), 'tongban-calls-'));
const postgres = await startPostgres({ folder });
await prepareJobs(postgres.ownerUrl);
await migrateAll(postgres.ownerUrl);
const db = openDatabase({ url: postgres.appUrl, max: windows });

type Call = (tx: Tx, at: { venue: string; onDay: string; windowId: string }) => Promise<string | undefined>;

const ours: Call = async (tx, { venue, onDay, windowId }) => {
  const next = await lockNext(tx, { venue, onDay, groups: ['A'], special: false, windowId, partyMax: 2 });
  if (next) await setTicket(tx, next, { state: 'done', windowId, firstCalledAt: new Date(), calledAt: new Date() });
  return next?.ticketNo;
};
/** Read, then write: what most peers do. */
const others: Call = async (tx, { venue, onDay, windowId }) => {
  const [next] = await tx.rows<{ ticketId: string; ticketNo: string }>(
    `select ticket_id, ticket_no from hall.ticket where venue = $1 and on_day = $2 and state = 'waiting' order by effective_at, taken_at limit 1`,
    [venue, onDay],
  );
  if (next) await tx.run(`update hall.ticket set state = 'done', window_id = $2 where ticket_id = $1`, [next.ticketId, windowId]);
  return next?.ticketNo;
};

async function fill(venue: string, count: number): Promise<void> {
  await withClient(postgres.ownerUrl, (client) =>
    client.query(
      `insert into hall.ticket (ticket_id, venue, on_day, series, no, ticket_no, service_group, kind, party, origin, language, taken_at, effective_at, state, token)
       select gen_random_uuid(), $1, '2020-08-03', 'A', n, 'A' || n, 'A', case n % 3 when 0 then 'booked' else 'walk-in' end, 1, 'kiosk', 'vi',
         now() + n * interval '1 s', now() + (n - 900 * ((n % 3 = 0)::int)) * interval '1 s', 'waiting', $1 || '-' || n from generate_series(1, $2::int) n`,
      [venue, count],
    ),
  );
  await withClient(postgres.ownerUrl, (client) => client.query('analyze hall.ticket'));
}

async function empty(venue: string, call: Call): Promise<{ called: string[]; times: number[] }> {
  const [called, times]: [string[], number[]] = [[], []];
  await Promise.all(
    Array.from({ length: windows }, async () => {
      const at = { venue, onDay: '2020-08-03', windowId: newId() };
      for (;;) {
        const start = performance.now();
        const ticketNo = await db.transaction((tx) => call(tx, at));
        if (!ticketNo) return;
        called.push(ticketNo);
        times.push(performance.now() - start);
      }
    }),
  );
  return { called, times };
}

for (const [name, call, total] of [
  ['ours', ours, tickets],
  ['read, then write', others, Math.min(tickets, each)],
] as const) {
  let [twice, calls, seconds] = [0, 0, 0];
  const times: number[] = [];
  for (let day = 0; day * each < total; day += 1) {
    const venue = `${name} ${day}`;
    await fill(venue, each);
    const start = performance.now();
    const done = await empty(venue, call);
    seconds += (performance.now() - start) / 1000;
    calls += done.called.length;
    twice += done.called.length - new Set(done.called).size;
    times.push(...done.times);
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  console.log(`${name}: ${calls} calls, ${twice} doubled, ${Math.round(calls / seconds)} calls/s, p99 ${p99.toFixed(1)} ms`);
}
await db.close();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
