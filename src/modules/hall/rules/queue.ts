import { refuse } from '#kernel/result.ts';

export const ticketClasses = ['walk-in', 'booked', 'priority'] as const;
export type TicketClass = (typeof ticketClasses)[number];
export const ticketStates = ['waiting', 'called', 'serving', 'done', 'missed', 'parked', 'lapsed'] as const;
export type TicketState = (typeof ticketStates)[number];

/** The rules of the queue. Minutes, but `graceSeconds`: so long a called person has for the way to the window. */
export const discipline = {
  bookedCredit: 15,
  bookedEarly: 5,
  priorityCredit: 30,
  returnCredit: 5,
  /** So many who came later may go first; then the walk-in is called before anybody else. */
  mostSkips: 10,
  mostCalls: 3,
  callsBeforeMissed: 2,
  graceSeconds: 60,
  mostReturns: 3,
  leavingMinutes: 10,
} as const;

const minuteMs = 60_000;

/**
 * The moment that decides a ticket's place, in minutes of any clock. Walk-in: when it was taken. Booked: the later of arrival and five minutes before the
 * slot, less a credit that keeps the promise of the booking without letting every booked person go first. Priority (优先: elderly, disabled, pregnant,
 * urgent) gets a larger credit.
 */
export function effectiveMinutes({ kind, at, slotAt }: { kind: TicketClass; at: number; slotAt?: number | undefined }): number {
  const due = slotAt === undefined ? at : Math.max(at, slotAt - discipline.bookedEarly);
  return due - (kind === 'priority' ? discipline.priorityCredit : kind === 'booked' ? discipline.bookedCredit : 0);
}

export function effectiveAt({ kind, takenAt, slotAt }: { kind: TicketClass; takenAt: Date; slotAt?: Date | undefined }): Date {
  const slot = slotAt && slotAt.getTime() / minuteMs;
  return new Date(effectiveMinutes({ kind, at: takenAt.getTime() / minuteMs, slotAt: slot }) * minuteMs);
}

/** Who missed the call or was parked comes back near the front, not to the end: five minutes before now, but never before the place once held. */
export function returnedAt(now: Date, before: Date): Date {
  return new Date(Math.max(before.getTime(), now.getTime() - discipline.returnCredit * minuteMs));
}

export type Waiting = { readonly kind: TicketClass; readonly takenAt: number; readonly effectiveAt: number; readonly overtaken: number };

/**
 * Who is called next: the oldest walk-in when too many who came later were called before, else the earliest effective time. -1 for nobody.
 * Of several walk-ins the oldest was overtaken at least as often as the others, so only that one has to be looked at.
 */
export function nextOf(waiting: readonly Waiting[]): number {
  let first = -1;
  let oldest = -1;
  for (const [index, one] of waiting.entries()) {
    const best = waiting[first];
    if (!best || one.effectiveAt < best.effectiveAt || (one.effectiveAt === best.effectiveAt && one.takenAt < best.takenAt)) first = index;
    const old = waiting[oldest];
    if (one.kind === 'walk-in' && (!old || one.takenAt < old.takenAt)) oldest = index;
  }
  return oldest >= 0 && (waiting[oldest] as Waiting).overtaken >= discipline.mostSkips ? oldest : first;
}

export type Called = { readonly calls: number; readonly calledAt: Date; readonly peopleAtWindow: number };

/** Missed (过号) is only who was called often enough, had the time to come, and found the window free: a busy desk is not the visitor's fault. */
export function mayBeMissed({ calls, calledAt, peopleAtWindow }: Called, now: Date) {
  if (peopleAtWindow > 0) return refuse('desk_not_free', { people: peopleAtWindow });
  const waitSeconds = Math.ceil((calledAt.getTime() + discipline.graceSeconds * 1000 - now.getTime()) / 1000);
  if (calls < discipline.callsBeforeMissed || waitSeconds > 0)
    return refuse('call_again_first', { calls, needed: discipline.callsBeforeMissed, waitSeconds: Math.max(0, waitSeconds) });
  return undefined;
}

/** `A037`. The number counts the tickets of one series and local day only. */
export function ticketNoOf(series: string, no: number): string {
  return `${series}${String(no).padStart(3, '0')}`;
}

export const prioritySeries = 'S';
export const specialSeries = 'T';

/** Priority and the special hall have series of their own, so that displays and officers see at once what a number is. */
export function seriesOf({ group, kind, special }: { group: string; kind: TicketClass; special: boolean }): string {
  if (special) return specialSeries;
  return kind === 'priority' ? prioritySeries : group;
}
