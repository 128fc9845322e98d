import type { Tx } from './db.ts';
import type { Facts } from './result.ts';

export type Published = { readonly module: string; readonly kind: string; readonly payload: Facts };

/** `kind` alone is the publishing module's own fact; `module.kind` is handed to the module that keeps it. */
export function toPublished(module: string, kind: string, payload: Facts): Published {
  const [owner, own] = kind.split('.', 2) as [string, string?];
  return own ? { module: owner, kind: own, payload } : { module, kind, payload };
}

type AnswerKey = { readonly actor: string; readonly endpoint: string; readonly key: string };

/**
 * What a write leaves behind besides its own rows, sent along with the commit: one outbox row a fact, and the answer under its idempotency key.
 * A key used before breaks `answer_pkey` and so undoes the whole transaction; a second one waits here for the first to commit.
 */
export function sendAftermath(
  tx: Tx,
  now: Date,
  published: readonly Published[],
  answer?: AnswerKey & { bodyHash: string; status: number; body: unknown },
): void {
  if (published.length === 0 && !answer) return;
  const outbox = `insert into kernel.outbox (module, kind, payload, at) select *, $4 from unnest($1::text[], $2::text[], $3::jsonb[])`;
  const facts = [
    published.map(({ module }) => module),
    published.map(({ kind }) => kind),
    published.map(({ payload }) => JSON.stringify(payload)),
    now,
  ];
  if (!answer) return tx.send(outbox, facts);
  const { actor, endpoint, key, bodyHash, status, body } = answer;
  tx.send(
    `with facts as (${outbox})
     insert into kernel.answer (actor, endpoint, key, body_hash, status, body, at) values ($5, $6, $7, $8, $9, $10, $4)`,
    [...facts, actor, endpoint, key, bodyHash, status, JSON.stringify(body)],
  );
}

export function findAnswer(tx: Tx, { actor, endpoint, key }: AnswerKey) {
  return tx.maybe<{ status: number; body: unknown; bodyHash: string }>(
    `select status, body, body_hash from kernel.answer where actor = $1 and endpoint = $2 and key = $3`,
    [actor, endpoint, key],
  );
}

/** Counts one more request in a key's current minute and says how many that makes, over all processes. */
export async function countRequest(tx: Tx, key: string, minute: Date): Promise<number> {
  const { hits } = await tx.one<{ hits: number }>(
    `insert into kernel.request_count (key, minute, hits) values ($1, $2, 1)
     on conflict (key, minute) do update set hits = kernel.request_count.hits + 1 returning hits`,
    [key, minute],
  );
  return hits;
}

/** A form posted after the session ended: kept for an hour under a secret, so that signing in again loses nothing. */
export async function insertParkedForm(
  tx: Tx,
  parked: { token: string; path: string; name: string; values: unknown; addressHash: string; at: Date },
): Promise<void> {
  await tx.run(`insert into kernel.parked_form (token, path, name, posted, address_hash, at) values ($1, $2, $3, $4, $5, $6)`, [
    parked.token,
    parked.path,
    parked.name,
    JSON.stringify(parked.values, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value)),
    parked.addressHash,
    parked.at,
  ]);
}

/** The newest stay. One at a time, so that many who come at once do not get more than one after the other. */
export async function deleteParkedBeyond(tx: Tx, most: { ofAddress: number; inAll: number; addressHash: string }): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtextextended('kernel.parked_form', 0))`);
  await tx.run(
    `delete from kernel.parked_form where token in (
       (select token from kernel.parked_form where address_hash = $1 order by at desc, token offset $2)
       union all (select token from kernel.parked_form order by at desc, token offset $3))`,
    [most.addressHash, most.ofAddress, most.inAll],
  );
}

export function findParkedForm(tx: Tx, token: string, path: string, after: Date) {
  return tx.maybe<{ name: string; posted: Record<string, unknown> }>(
    `select name, posted from kernel.parked_form where token = $1 and path = $2 and at > $3`,
    [token, path, after],
  );
}

export async function hasFactsToDispatch(tx: Tx): Promise<boolean> {
  const { waiting } = await tx.one<{ waiting: boolean }>(
    `select exists (select from kernel.outbox o, kernel.dispatch_position p where (o.xid, o.fact_id) > (p.xid, p.fact_id)) as waiting`,
  );
  return waiting;
}

/** Facts after a position that no open transaction can still overtake (positions are handed out before commits). */
export function listFactsAfter(tx: Tx, after: { xid: string; factId: number }, limit: number) {
  return tx.rows<{ xid: string; factId: number; module: string; kind: string; payload: Facts; at: Date }>(
    `select xid::text as xid, fact_id, module, kind, payload, at from kernel.outbox
     where xid < pg_snapshot_xmin(pg_current_snapshot()) and (xid, fact_id) > ($1::text::xid8, $2)
     order by kernel.outbox.xid, fact_id limit $3`,
    [after.xid, after.factId, limit],
  );
}

/** The dispatcher's place in the outbox; undefined while another process dispatches. */
export function lockPosition(tx: Tx) {
  return tx.maybe<{ xid: string; factId: number }>(
    `select xid::text as xid, fact_id from kernel.dispatch_position where only_one for update skip locked`,
  );
}

export async function setPosition(tx: Tx, position: { xid: string; factId: number }): Promise<void> {
  await tx.run(`update kernel.dispatch_position set xid = $1::text::xid8, fact_id = $2 where only_one`, [position.xid, position.factId]);
}

/** Hands jobs to graphile-worker in the same transaction. A key makes a second hand-over of the same job harmless. */
export async function insertJobs(tx: Tx, jobs: readonly { identifier: string; key: string; payload: unknown }[]): Promise<void> {
  await tx.run(`select kernel.queue_jobs($1::jsonb)`, [JSON.stringify(jobs)]);
}

/** True when this call took the routine's turn: nobody ran it within its interval. */
export async function takeTurn(tx: Tx, name: string, now: Date, before: Date): Promise<boolean> {
  return (
    (await tx.run(
      `insert into kernel.routine (name, ran_at) values ($1, $2)
       on conflict (name) do update set ran_at = excluded.ran_at where kernel.routine.ran_at <= $3`,
      [name, now, before],
    )) === 1
  );
}

export async function deleteOld(tx: Tx, before: { answers: Date; parked: Date; counts: Date; facts: Date }): Promise<void> {
  await tx.run(`delete from kernel.answer where at < $1`, [before.answers]);
  await tx.run(`delete from kernel.parked_form where at < $1`, [before.parked]);
  await tx.run(`delete from kernel.request_count where minute < $1`, [before.counts]);
  await tx.run(
    `delete from kernel.outbox o using kernel.dispatch_position p where o.at < $1 and (o.xid, o.fact_id) <= (p.xid, p.fact_id)`,
    [before.facts],
  );
}

/** What start-up remembers between runs, such as which demo data are loaded. */
export async function findMark(tx: Tx, name: string): Promise<string | undefined> {
  return (await tx.maybe<{ value: string }>(`select value from kernel.mark where name = $1`, [name]))?.value;
}
export async function setMark(tx: Tx, name: string, value: string): Promise<void> {
  await tx.run(`insert into kernel.mark (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`, [
    name,
    value,
  ]);
}

export function measureOutbox(tx: Tx) {
  return tx.one<{ waiting: number; lagSeconds: number }>(
    `select count(*) as waiting, coalesce(extract(epoch from now() - min(o.at)), 0)::double precision as lag_seconds
     from kernel.outbox o, kernel.dispatch_position p where (o.xid, o.fact_id) > (p.xid, p.fact_id)`,
  );
}

export function countJobs(tx: Tx) {
  return tx.one<{ waiting: number; running: number; failed: number; oldestSeconds: number }>(`select * from kernel.job_counts()`);
}
