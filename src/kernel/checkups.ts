import type { Tx } from './db.ts';
import type { Checkup } from './module.ts';

const dayMs = 86_400_000;

async function named(tx: Tx, sql: string, values: readonly unknown[] = []): Promise<string[]> {
  return (await tx.rows<{ row: string }>(sql, values)).map(({ row }) => row);
}

/** What the doctor asks of the kernel's own tables. */
export const checkups: readonly Checkup[] = [
  {
    // A position ahead of what this server has handed out (a restored one) would never reach the facts to come.
    name: 'the dispatcher stands where facts can still come after it',
    run: ({ tx }) =>
      named(tx, 'select xid::text as row from kernel.dispatch_position where xid >= pg_snapshot_xmax(pg_current_snapshot())'),
  },
  {
    name: 'no job has given up',
    run: ({ tx }) => named(tx, `select format('%s (job %s): %s', identifier, job_id, left(error, 200)) as row from kernel.failed_jobs()`),
  },
  {
    name: 'every remembered answer is one that was given, and none is kept longer than it is of use',
    run: ({ tx, now }) =>
      named(
        tx,
        `select format('%s of %s', endpoint, at) as row from kernel.answer
         where status not between 200 and 299 or body_hash !~ '^[0-9a-f]{64}$' or at < $1 limit 100`,
        [new Date(now.getTime() - 32 * dayMs)],
      ),
  },
];
