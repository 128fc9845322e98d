import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import type { Group, Horizon, Watch } from '../rules/watch.ts';
import { type Scope, unitsOf } from '../scope.ts';

/** The one meaning of each number, for counting and for listing alike. $3 is now. */
const conditions: Readonly<Record<Watch, string>> = {
  overdue: `c.paused_at is null and c.due_on < h.today`,
  due1: `c.paused_at is null and c.due_on between h.today and h.in1`,
  due3: `c.paused_at is null and c.due_on between h.today and h.in3`,
  due5: `c.paused_at is null and c.due_on between h.today and h.in5`,
  paused: `c.paused_at is not null`,
  unclaimed: `c.paused_at is null and (c.holder_id is null or c.leased_until < $3)`,
  untouched: `c.paused_at is null and c.touched_at < (h.untouched_since::timestamp at time zone h.zone)`,
  open: `true`,
};

const from = `from cases.public_open_case c
  join jsonb_to_recordset($4::jsonb) as h (region text, zone text, today date, in1 date, in3 date, in5 date, untouched_since date) using (region)
  where ($1::text[] is null or c.unit_code = any($1) or c.unit_code like any($2::text[]))`;

type Looked = { readonly scope: Scope; readonly now: Date; readonly horizons: readonly Horizon[] };

function values({ scope, now, horizons }: Looked): unknown[] {
  const rows = horizons.map(({ untouchedSince, ...horizon }) => ({ ...horizon, untouched_since: untouchedSince }));
  return [...unitsOf(scope), now, JSON.stringify(rows)];
}

/** Every open case in scope, counted in one statement by the unit that has it, its holder and why it stands. */
export function countGroups(tx: Tx, looked: Looked): Promise<Group[]> {
  const counts = Object.entries(conditions).map(([watch, condition]) => `count(*) filter (where ${condition}) as ${watch}`);
  return tx.rows<Group>(
    `select c.held_by_unit as unit_code, c.holder_id, c.holder_name, c.pause_reason, ${counts.join(', ')} ${from} group by 1, 2, 3, 4`,
    values(looked),
  );
}

export type WatchedCase = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly version: number;
  readonly region: string;
  readonly itemName: Text;
  readonly unitCode: string;
  readonly heldByUnit: string;
  readonly state: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly dueOn: string | null;
  readonly pausedAt: Date | null;
  readonly pauseReason: string | null;
  readonly touchedAt: Date;
  readonly remindedAt: Date | null;
};
export type Position = { readonly dueOn: string; readonly caseId: string };
export type Narrowed = {
  readonly watch: Watch;
  readonly unit?: string | undefined;
  readonly holder?: string | undefined;
  readonly reason?: string | undefined;
};

const never = '9999-12-31';

/** One page of a list, due first; a case without a due day comes last. */
export function listWatched(
  tx: Tx,
  looked: Looked,
  { watch, unit, holder, reason, after, limit }: Narrowed & { after: Position | undefined; limit: number },
): Promise<WatchedCase[]> {
  return tx.rows<WatchedCase>(
    `select c.case_id, c.case_no, c.version, c.region, c.item_name, c.unit_code, c.held_by_unit, c.state, c.holder_id, c.holder_name, c.due_on, c.paused_at,
       c.pause_reason, c.touched_at, (select max(r.at) from cases.public_reminder r where r.case_id = c.case_id) as reminded_at
     ${from} and $3::timestamptz is not null and (${conditions[watch]})
       and ($5::text is null or c.held_by_unit = $5) and ($6::uuid is null or c.holder_id = $6) and ($7::text is null or c.pause_reason = $7)
       and ($8::date is null or (coalesce(c.due_on, '${never}'), c.case_id) > ($8, $9::uuid))
     order by coalesce(c.due_on, '${never}'), c.case_id limit $10`,
    [...values(looked), unit ?? null, holder ?? null, reason ?? null, after?.dueOn ?? null, after?.caseId ?? null, limit],
  );
}

export function positionOf({ dueOn, caseId }: WatchedCase): Position {
  return { dueOn: dueOn ?? never, caseId };
}
