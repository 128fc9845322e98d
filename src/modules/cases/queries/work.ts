import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import { endStates, type State } from '../rules/states.ts';

export type ListedCase = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: Text;
  readonly applicantName: string;
  readonly state: State;
  readonly lane: string;
  readonly region: string;
  readonly unitCode: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly dueOn: string | null;
  readonly pauseReason: string | null;
  readonly pausedAt: Date | null;
  readonly receivedAt: Date;
  readonly version: number;
  readonly stage: string | null;
};

/**
 * What the reader may see, by unit codes: `units` have the case, `intakeUnits` take in and hand out, `taskUnits` were asked for a stage.
 * All three together make the list; `everywhere` needs none of them.
 */
export type Reach = {
  readonly everywhere?: boolean;
  readonly units?: readonly string[];
  readonly intakeUnits?: readonly string[];
  readonly taskUnits?: readonly string[];
};

/** What the reach is narrowed by. `within`: only cases of these units. */
export type WorkFilter = {
  readonly reach: Reach;
  readonly states: readonly State[];
  readonly within?: readonly string[] | undefined;
  readonly holder?: string | undefined;
  readonly unclaimed?: boolean | undefined;
  readonly claimedAfter?: Date | undefined;
  readonly item?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly toCheck?: boolean | undefined;
  readonly search?: string | undefined;
};
export type Position = { readonly dueOn: string; readonly caseId: string };

const never = '9999-12-31';
const due = `coalesce(c.due_on, '${never}')`;
const inOrder = `order by ${due}, c.case_id`;

type Values = { readonly all: unknown[]; readonly add: (given: unknown) => string };
function openValues(): Values {
  const all: unknown[] = [];
  return { all, add: (given) => `$${all.push(given)}` };
}

/** The filter besides the reach; each part appears only when it is used, so that every combination has its own plan. */
function conditions(filter: WorkFilter, { add }: Values, after: Position | undefined): string {
  const parts = [`c.state in (${filter.states.map((state) => `'${state}'`).join(', ')})`];
  if (filter.states.some((state) => endStates.includes(state))) parts.push('c.erased_at is null');
  if (filter.holder) parts.push(`c.holder_id = ${add(filter.holder)}`);
  if (filter.unclaimed) parts.push(`(c.holder_id is null or c.leased_until < ${add(filter.claimedAfter)})`);
  if (filter.item) parts.push(`c.item_code = ${add(filter.item)}`);
  if (filter.dueBefore) parts.push(`c.due_on < ${add(filter.dueBefore)}`);
  if (filter.dueOn) parts.push(`c.due_on = ${add(filter.dueOn)}`);
  if (filter.paused !== undefined) parts.push(filter.paused ? 'c.paused_at is not null' : 'c.paused_at is null');
  if (filter.toCheck) parts.push('c.check_by is not null');
  if (filter.search) {
    const typed = add(`%${filter.search.replace(/[\\%_]/g, '\\$&')}%`);
    parts.push(`(c.case_no = ${add(filter.search.toUpperCase())} or c.applicant_name ilike ${typed} or c.applicant_phone like ${typed})`);
  }
  if (after) parts.push(`(${due}, c.case_id) > (${add(after.dueOn)}::date, ${add(after.caseId)}::uuid)`);
  return parts.join(' and ');
}

/**
 * The first cases of each way in which the reader reaches them, as ids with their due day. Units are asked one by one through an index that is already
 * in the list's order, so no page sorts or counts more than it shows, however many cases there are.
 */
function candidates(filter: WorkFilter, { values, limit, after }: { values: Values; limit: number; after?: Position | undefined }): string {
  const where = conditions(filter, values, after);
  const { reach, within } = filter;
  const first = (more: string) => `select c.case_id, ${due} as due from cases.case_file c where ${more}${where} ${inOrder} limit ${limit}`;
  const each = (column: string, units: readonly string[], more = '') =>
    `select k.case_id, k.due from unnest(${values.add(units)}::text[]) as u(code) cross join lateral (${first(`${column} = u.code and ${more}`)}) k`;
  const inside = () => (within ? `c.unit_code = any(${values.add(within)}) and ` : '');
  const own = (units: readonly string[]) => (within ? units.filter((unit) => within.includes(unit)) : units);
  const tasks = (units: readonly string[]) =>
    `(select c.case_id, ${due} as due from cases.case_file c where exists (select from cases.stage_task t where t.case_id = c.case_id and t.state = 'open' and t.unit_code = any(${values.add(units)}))
       and c.case_id in (select case_id from cases.stage_task where state = 'open' and unit_code = any(${values.add(units)})) and ${inside()}${where} ${inOrder} limit ${limit})`;
  if (reach.everywhere) return within ? each('c.unit_code', within) : first('');
  const ways = [
    ...(reach.units ? [each('c.unit_code', own(reach.units))] : []),
    ...(reach.intakeUnits
      ? [each('c.intake_unit', reach.intakeUnits, `${inside()}c.state in ('submitted', 'correction', 'decided') and `)]
      : []),
    ...(reach.taskUnits ? [tasks(reach.taskUnits)] : []),
  ];
  return ways.length > 0 ? ways.join(' union ') : first('false and ');
}

/** One page of a work list, due first, keyset: page fifty costs what page one costs. */
export function listWork(
  tx: Tx,
  filter: WorkFilter,
  { after, limit }: { after: Position | undefined; limit: number },
): Promise<ListedCase[]> {
  const values = openValues();
  return tx.rows<ListedCase>(
    `with page as (select case_id, due from (${candidates(filter, { values, limit, after })}) as reached order by due, case_id limit ${limit})
     select c.case_id, c.case_no, c.item_code, c.item_name, c.applicant_name, c.state, c.lane, c.region, c.unit_code, c.holder_id, c.holder_name, c.due_on, c.pause_reason, c.paused_at,
       c.received_at, c.version, (select min(t.task_key) from cases.stage_task t where t.case_id = c.case_id and t.state = 'open') as stage
     from page join cases.case_file c using (case_id) order by page.due, c.case_id`,
    values.all,
  );
}

export function positionOf(row: Pick<ListedCase, 'dueOn' | 'caseId'>): Position {
  return { dueOn: row.dueOn ?? never, caseId: row.caseId };
}

/** Bounded: beyond `most` nobody counts on. */
export async function countWork(tx: Tx, filter: WorkFilter, most: number): Promise<number> {
  const values = openValues();
  const { count } = await tx.one<{ count: number }>(
    `select count(*) as count from (select from (${candidates(filter, { values, limit: most })}) as reached limit ${most}) as counted`,
    values.all,
  );
  return count;
}
