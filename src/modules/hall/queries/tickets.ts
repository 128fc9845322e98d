import type { Tx } from '#kernel/db.ts';
import type { Language } from '#kernel/locale.ts';
import type { priorityReasons, ticketOrigins } from '../contract/tickets.ts';
import { discipline, type TicketClass, type TicketState } from '../rules/queue.ts';

export type TicketRow = {
  readonly ticketId: string;
  readonly venue: string;
  readonly onDay: string;
  readonly series: string;
  readonly no: number;
  readonly ticketNo: string;
  readonly serviceGroup: string;
  readonly kind: TicketClass;
  readonly priorityReason: (typeof priorityReasons)[number] | null;
  readonly special: boolean;
  readonly party: number;
  readonly origin: (typeof ticketOrigins)[number];
  readonly itemCode: string | null;
  readonly bookingNo: string | null;
  readonly visitId: string | null;
  readonly personId: string | null;
  readonly language: Language;
  readonly takenAt: Date;
  readonly effectiveAt: Date;
  readonly state: TicketState;
  readonly onlyWindowId: string | null;
  readonly windowId: string | null;
  readonly calls: number;
  readonly returns: number;
  readonly firstCalledAt: Date | null;
  readonly calledAt: Date | null;
  readonly servingAt: Date | null;
  readonly endedAt: Date | null;
  readonly p50Minutes: number | null;
  readonly p90Minutes: number | null;
  readonly formulaMinutes: number | null;
  readonly note: string | null;
  readonly token: string;
  readonly rating: number | null;
  readonly version: number;
};
const columns = `ticket_id, venue, on_day, series, no, ticket_no, service_group, kind, priority_reason, special, party, origin, item_code, booking_no, visit_id, person_id,
  language, taken_at, effective_at, state, only_window_id, window_id, calls, returns, first_called_at, called_at, serving_at, ended_at, p50_minutes, p90_minutes,
  formula_minutes, note, token, rating, version`;

export async function nextNumber(tx: Tx, { venue, onDay, series }: { venue: string; onDay: string; series: string }): Promise<number> {
  const { lastNo } = await tx.one<{ lastNo: number }>(
    `insert into hall.series (venue, on_day, series, last_no) values ($1, $2, $3, 1)
     on conflict (venue, on_day, series) do update set last_no = hall.series.last_no + 1 returning last_no`,
    [venue, onDay, series],
  );
  return lastNo;
}

export type NewTicket = Omit<
  TicketRow,
  | 'state'
  | 'onlyWindowId'
  | 'windowId'
  | 'calls'
  | 'returns'
  | 'firstCalledAt'
  | 'calledAt'
  | 'servingAt'
  | 'endedAt'
  | 'note'
  | 'rating'
  | 'version'
>;

/** 0 when the booking has a ticket already. */
export function insertTicket(tx: Tx, row: NewTicket): Promise<number> {
  return tx.run(
    `insert into hall.ticket (ticket_id, venue, on_day, series, no, ticket_no, service_group, kind, priority_reason, special, party, origin, item_code, booking_no,
       visit_id, person_id, language, taken_at, effective_at, state, p50_minutes, p90_minutes, formula_minutes, token)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'waiting', $20, $21, $22, $23)
     on conflict (booking_no) where state <> 'lapsed' do nothing`,
    [
      row.ticketId,
      row.venue,
      row.onDay,
      row.series,
      row.no,
      row.ticketNo,
      row.serviceGroup,
      row.kind,
      row.priorityReason,
      row.special,
      row.party,
      row.origin,
      row.itemCode,
      row.bookingNo,
      row.visitId,
      row.personId,
      row.language,
      row.takenAt,
      row.effectiveAt,
      row.p50Minutes,
      row.p90Minutes,
      row.formulaMinutes,
      row.token,
    ],
  );
}

export function findTicket(tx: Tx, { venue, onDay, ticketNo }: { venue: string; onDay: string; ticketNo: string }) {
  return tx.maybe<TicketRow>(
    `select ${columns} from hall.ticket where venue = $1 and on_day = $2 and ticket_no = upper($3) order by taken_at desc limit 1`,
    [venue, onDay, ticketNo],
  );
}

export function findTicketByToken(tx: Tx, token: string): Promise<TicketRow | undefined> {
  return tx.maybe<TicketRow>(`select ${columns} from hall.ticket where token = $1`, [token]);
}

export function findTicketOfBooking(tx: Tx, bookingNo: string): Promise<TicketRow | undefined> {
  return tx.maybe<TicketRow>(`select ${columns} from hall.ticket where booking_no = $1 and state <> 'lapsed'`, [bookingNo]);
}

export function lockTicket(tx: Tx, ticketId: string): Promise<TicketRow> {
  return tx.one<TicketRow>(`select ${columns} from hall.ticket where ticket_id = $1 for update`, [ticketId]);
}

export function lockTicketAt(tx: Tx, windowId: string): Promise<TicketRow | undefined> {
  return tx.maybe<TicketRow>(`select ${columns} from hall.ticket where window_id = $1 and state in ('called', 'serving') for update`, [
    windowId,
  ]);
}

/** So many are looked at for a call: more than windows that call at the same moment. */
const atOnce = 100;

export type Wanted = {
  readonly venue: string;
  readonly onDay: string;
  readonly groups: readonly string[];
  readonly special: boolean;
  readonly windowId: string;
  readonly partyMax: number;
};

/**
 * Takes who is next for a window under a lock that no other caller waits for: two windows that ask at once get two people. The order is that of `nextOf`:
 * the oldest walk-in of a group when too many who came later were called before it, else the earliest effective time.
 */
export function lockNext(tx: Tx, { venue, onDay, groups, special, windowId, partyMax }: Wanted): Promise<TicketRow | undefined> {
  return tx.maybe<TicketRow>(
    `with oldest as (
       select o.* from unnest($3::text[]) g cross join lateral (
         select ticket_id, service_group, taken_at from hall.ticket
         where venue = $1 and on_day = $2 and state = 'waiting' and kind = 'walk-in' and service_group = g and special = $4
         order by taken_at limit 1) o),
     skipped as (
       select o.ticket_id from oldest o where (
         select count(*) from (
           select from hall.ticket t where t.venue = $1 and t.on_day = $2 and t.service_group = o.service_group and t.first_called_at is not null
             and t.taken_at > o.taken_at limit $6) called) >= $6),
     candidate as (
       select ticket_id, 0 as turn from skipped
       union all
       select c.ticket_id, 1 from unnest($3::text[]) g cross join lateral (
         select ticket_id from hall.ticket
         where venue = $1 and on_day = $2 and state = 'waiting' and service_group = g and special = $4 and party <= $7
           and (only_window_id is null or only_window_id = $5)
         order by effective_at, taken_at limit $8) c)
     select ${columns.replace('ticket_id', 't.ticket_id')} from hall.ticket t join candidate c using (ticket_id)
     where state = 'waiting' and party <= $7 and (only_window_id is null or only_window_id = $5)
     order by c.turn, effective_at, taken_at, no limit 1 for update of t skip locked`,
    [venue, onDay, groups, special, windowId, discipline.mostSkips, partyMax, atOnce],
  );
}

type Change = Partial<
  Pick<
    TicketRow,
    | 'serviceGroup'
    | 'state'
    | 'effectiveAt'
    | 'onlyWindowId'
    | 'windowId'
    | 'calls'
    | 'returns'
    | 'firstCalledAt'
    | 'calledAt'
    | 'servingAt'
    | 'endedAt'
    | 'note'
  >
>;

/** The ticket must be locked. */
export async function setTicket(tx: Tx, before: TicketRow, change: Change): Promise<TicketRow> {
  const next = { ...before, ...change };
  await tx.run(
    `update hall.ticket set version = version + 1, service_group = $2, state = $3, effective_at = $4, only_window_id = $5, window_id = $6, calls = $7, returns = $8,
       first_called_at = $9, called_at = $10, serving_at = $11, ended_at = $12, note = $13
     where ticket_id = $1`,
    [
      before.ticketId,
      next.serviceGroup,
      next.state,
      next.effectiveAt,
      next.onlyWindowId,
      next.windowId,
      next.calls,
      next.returns,
      next.firstCalledAt,
      next.calledAt,
      next.servingAt,
      next.endedAt,
      next.note,
    ],
  );
  return next;
}

export type TicketEventKind = 'taken' | 'called' | 'recalled' | 'serving' | 'done' | 'missed' | 'parked' | 'returned' | 'moved' | 'lapsed';
export type NewTicketEvent = {
  readonly ticket: Pick<TicketRow, 'ticketId' | 'venue' | 'onDay'>;
  readonly kind: TicketEventKind;
  readonly window?: { readonly windowId: string; readonly windowNo: string } | undefined;
  readonly byId: string | undefined;
  readonly at: Date;
};

export function insertTicketEvent(tx: Tx, { ticket, kind, window, byId, at }: NewTicketEvent): void {
  tx.send(
    `insert into hall.ticket_event (ticket_id, venue, on_day, kind, window_id, window_no, by_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ticket.ticketId, ticket.venue, ticket.onDay, kind, window?.windowId ?? null, window?.windowNo ?? null, byId ?? null, at],
  );
}

/** Everybody of a day who is not done, in the order of calling: who is at a window, who waits, who is away. */
export function listOpenTickets(tx: Tx, venue: string, onDay: string): Promise<TicketRow[]> {
  return tx.rows<TicketRow>(
    `select ${columns} from hall.ticket where venue = $1 and on_day = $2 and state in ('waiting', 'called', 'serving', 'missed', 'parked')
     order by array_position(array['serving', 'called', 'waiting', 'parked', 'missed'], state), effective_at, taken_at, no`,
    [venue, onDay],
  );
}

/** What is left over from days before today, given up in batches. */
export function takeLeftOver(tx: Tx, venue: string, before: string, limit: number): Promise<TicketRow[]> {
  return tx.rows<TicketRow>(
    `select ${columns} from hall.ticket where venue = $1 and on_day < $2 and state in ('waiting', 'called', 'serving', 'missed', 'parked')
     order by ticket_id limit $3 for update skip locked`,
    [venue, before, limit],
  );
}

export async function setRating(
  tx: Tx,
  ticketId: string,
  { level, comment, at }: { level: number; comment: string; at: Date },
): Promise<number> {
  return tx.run(
    `update hall.ticket set rating = $2, rating_comment = $3, rated_at = $4, version = version + 1 where ticket_id = $1 and rating is null`,
    [ticketId, level, comment, at],
  );
}

export type Sample = { readonly serviceGroup: string; readonly itemCode: string | null; readonly minutes: number };

/** How long services of the last sixty days really took, the latest first. */
export function listServiceTimes(tx: Tx, venue: string, after: Date): Promise<Sample[]> {
  return tx.rows<Sample>(
    `select service_group, item_code, extract(epoch from ended_at - serving_at) / 60 as minutes from hall.ticket
     where venue = $1 and state = 'done' and ended_at > $2 and serving_at is not null and ended_at > serving_at order by ended_at desc limit 2000`,
    [venue, after],
  );
}

export async function countTickets(tx: Tx, venue: string, state?: TicketState): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    `select count(*) from hall.ticket where venue = $1 and ($2::text is null or state = $2)`,
    [venue, state ?? null],
  );
  return count;
}
