import { type Refusal, refuse } from '#kernel/result.ts';
import type { Day } from '#kernel/workdays.ts';

/** 'intake' 受理 · 'statutory' 法定办结时限 · 'promised' 承诺办结时限 · 'supplement' 补正 / bổ sung · 'delivery' 送达 / trả kết quả · one clock per stage of the plan. */
export type ClockName = 'intake' | 'statutory' | 'promised' | 'supplement' | 'delivery' | `stage:${string}`;

/** A stretch of one clock. 'restarted' runs like 'running', but the count begins again at its start. `to` is missing while it lasts. */
export type Segment = {
  readonly clock: ClockName;
  readonly kind: 'running' | 'paused' | 'restarted';
  readonly from: Date;
  readonly to?: Date;
  readonly reason: string;
  readonly actionSeq: number;
};

/** 延长 / gia hạn: days added to the limit. */
export type Extension = {
  readonly clock: ClockName;
  readonly days: number;
  readonly at: Date;
  readonly reason: string;
  readonly actionSeq: number;
};

/** Hẹn lại ngày trả kết quả: the new day told with an apology. The limit stays what it was, so the case stays late. */
export type Appointment = {
  readonly clock: ClockName;
  readonly on: Day;
  readonly at: Date;
  readonly reason: string;
  readonly actionSeq: number;
};

export type Ledger = {
  readonly segments: readonly Segment[];
  readonly extensions: readonly Extension[];
  readonly appointments: readonly Appointment[];
};

/** How many days a clock has. `notCounted` are the only reasons it may be paused for: what the law names and the item has taken over. */
export type Limit = {
  readonly days: number;
  readonly unit: 'workday' | 'day';
  readonly extension?: { readonly days: number; readonly times: number };
  readonly notCounted: readonly string[];
};

/** Receipt after an hour of the day: either it counts as received on the next working morning, or the hour matters only for handing the file over. */
export type CutOff = { readonly time: string; readonly reading: 'received-next-workday' | 'hand-over-only' };

/** The entry of the case's action log that moves a clock. */
export type Act = { readonly at: Date; readonly reason: string; readonly actionSeq: number };

export const emptyLedger: Ledger = { segments: [], extensions: [], appointments: [] };

export function segmentsOf(ledger: Ledger, clock: ClockName): readonly Segment[] {
  return ledger.segments.filter((segment) => segment.clock === clock);
}

/** 受理之日起: a clock starts once. `act.at` may lie in the past, as when silence after five days makes the day of receipt the day of acceptance (行政许可法 32(1)(4)). */
export function start(ledger: Ledger, clock: ClockName, act: Act): Ledger | Refusal<'clock_already_started'> {
  if (lastOf(ledger, clock)) return refuse('clock_already_started', { clock });
  return opened(ledger, { clock, kind: 'running' }, act);
}

/** 不计入期限 (行政许可法 45) / tạm dừng: only for a reason that this limit knows. */
export function pause(
  ledger: Ledger,
  rule: { clock: ClockName; limit: Limit },
  act: Act,
): Ledger | Refusal<'clock_not_running' | 'pause_not_allowed'> {
  const { clock, limit } = rule;
  const last = lastOf(ledger, clock);
  if (!last || last.to || last.kind === 'paused') return refuse('clock_not_running', { clock });
  if (!limit.notCounted.includes(act.reason)) return refuse('pause_not_allowed', { clock, reason: act.reason, allowed: limit.notCounted });
  return opened(closed(ledger, clock, act.at), { clock, kind: 'paused' }, act);
}

/** The clock goes on where it stopped. */
export function resume(ledger: Ledger, clock: ClockName, act: Act): Ledger | Refusal<'clock_not_paused'> {
  const last = lastOf(ledger, clock);
  if (last?.kind !== 'paused' || last.to) return refuse('clock_not_paused', { clock });
  return opened(closed(ledger, clock, act.at), { clock, kind: 'running' }, act);
}

/** Tính lại từ đầu: the whole limit again from a complete dossier (Nghị định 61/2018/NĐ-CP 19(4)), or after a decided case is opened again. */
export function restart(ledger: Ledger, clock: ClockName, act: Act): Ledger | Refusal<'clock_not_started'> {
  if (!lastOf(ledger, clock)) return refuse('clock_not_started', { clock });
  return opened(closed(ledger, clock, act.at), { clock, kind: 'restarted' }, act);
}

/** From the start, whether it ran before or not. */
export function begin(ledger: Ledger, clock: ClockName, act: Act): Ledger {
  return opened(closed(ledger, clock, act.at), { clock, kind: lastOf(ledger, clock) ? 'restarted' : 'running' }, act);
}

/** 办结: the count ends; what was due stays due, so that early and late can be told for ever. */
export function stop(ledger: Ledger, clock: ClockName, act: Act): Ledger | Refusal<'clock_not_running'> {
  const last = lastOf(ledger, clock);
  if (!last || last.to) return refuse('clock_not_running', { clock });
  return closed(ledger, clock, act.at);
}

/** Xin lỗi và hẹn lại: one new day only (Nghị định 61/2018/NĐ-CP 19(9)). By when the apology must leave is `noticeBy`; a later one is still owed. */
export function appoint(ledger: Ledger, clock: ClockName, act: Act & { on: Day }): Ledger | Refusal<'appointed_already'> {
  const earlier = ledger.appointments.find((appointment) => appointment.clock === clock);
  if (earlier) return refuse('appointed_already', { clock, on: earlier.on });
  return { ...ledger, appointments: [...ledger.appointments, { clock, ...act }] };
}

function lastOf(ledger: Ledger, clock: ClockName): Segment | undefined {
  return ledger.segments.findLast((segment) => segment.clock === clock);
}

function opened(ledger: Ledger, begun: Pick<Segment, 'clock' | 'kind'>, { at, reason, actionSeq }: Act): Ledger {
  return { ...ledger, segments: [...ledger.segments, { ...begun, from: at, reason, actionSeq }] };
}

function closed(ledger: Ledger, clock: ClockName, at: Date): Ledger {
  const open = ledger.segments.find((segment) => segment.clock === clock && !segment.to);
  if (open && at < open.from) throw new Error(`the clock '${clock}' was moved at ${at.toISOString()}, before ${open.from.toISOString()}`);
  return { ...ledger, segments: ledger.segments.map((segment) => (segment === open ? { ...segment, to: at } : segment)) };
}
