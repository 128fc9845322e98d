import type { Tx } from '#kernel/db.ts';
import type { windowStates } from '../contract/windows.ts';

export type WindowRow = {
  readonly windowId: string;
  readonly venue: string;
  readonly windowNo: string;
  readonly groups: readonly string[];
  readonly special: boolean;
  readonly personCap: number;
  readonly state: (typeof windowStates)[number];
  readonly officerId: string | null;
  readonly officerName: string | null;
  readonly people: number;
  readonly since: Date;
  readonly version: number;
};
const columns = `window_id, venue, window_no, groups, special, person_cap, state, officer_id, officer_name, people, since, version`;

export function listWindowRows(tx: Tx, venue: string): Promise<WindowRow[]> {
  return tx.rows<WindowRow>(`select ${columns} from hall.window_state where venue = $1 order by length(window_no), window_no`, [venue]);
}

export function lockWindow(tx: Tx, windowId: string): Promise<WindowRow | undefined> {
  return tx.maybe<WindowRow>(`select ${columns} from hall.window_state where window_id = $1 for update`, [windowId]);
}

export function findWindowOf(tx: Tx, officerId: string): Promise<WindowRow | undefined> {
  return tx.maybe<WindowRow>(`select ${columns} from hall.window_state where officer_id = $1`, [officerId]);
}

type Planned = Pick<WindowRow, 'windowId' | 'venue' | 'windowNo' | 'groups' | 'special' | 'personCap'>;

/** A window of the plan as the hall knows it: made when it is first opened, brought up to date when the plan has changed. */
export async function keepWindow(tx: Tx, planned: Planned, now: Date): Promise<void> {
  await tx.run(
    `insert into hall.window_state (window_id, venue, window_no, groups, special, person_cap, state, since) values ($1, $2, $3, $4, $5, $6, 'closed', $7)
     on conflict (window_id) do update set venue = excluded.venue, window_no = excluded.window_no, groups = excluded.groups, special = excluded.special,
       person_cap = greatest(excluded.person_cap, hall.window_state.people)`,
    [planned.windowId, planned.venue, planned.windowNo, planned.groups, planned.special, planned.personCap, now],
  );
}

/** Compare-and-set: 0 when somebody was faster. */
export function setWindow(
  tx: Tx,
  before: WindowRow,
  change: Partial<Pick<WindowRow, 'state' | 'officerId' | 'officerName' | 'people' | 'since'>>,
): Promise<number> {
  const next = { ...before, ...change };
  return tx.run(
    `update hall.window_state set version = version + 1, state = $3, officer_id = $4, officer_name = $5, people = $6, since = $7
     where window_id = $1 and version = $2`,
    [before.windowId, before.version, next.state, next.officerId, next.officerName, next.people, next.since],
  );
}

export function insertWindowEvent(
  tx: Tx,
  { windowId, venue, state, officerId }: Pick<WindowRow, 'windowId' | 'venue' | 'state' | 'officerId'>,
  at: Date,
): void {
  tx.send(`insert into hall.window_event (window_id, venue, at, state, officer_id) values ($1, $2, $3, $4, $5)`, [
    windowId,
    venue,
    at,
    state,
    officerId,
  ]);
}

/** One officer sits at one window: who opens two at once is asked twice, one after the other. */
export async function lockOfficer(tx: Tx, officerId: string): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtext('hall.officer'), hashtext($1))`, [officerId]);
}
