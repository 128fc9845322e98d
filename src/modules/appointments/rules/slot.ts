import { refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { startsOn } from './cells.ts';
import type { Plan, Service, Span } from './plan.ts';
import { releaseOf } from './release.ts';

export type SlotQuestion = {
  readonly plan: Plan;
  readonly spans: readonly Span[];
  readonly service: Service;
  readonly day: string;
  readonly zone: string;
  readonly at: Date;
  readonly now: Date;
  readonly party: number;
  readonly hasPriority: boolean;
  /** Staff books at any time that the hall is open, released or not. */
  readonly isStaff: boolean;
};

/** How many may come together: by the plan, and to the widest window that serves the matter. */
export function mostOf(plan: Plan, service: Service): number {
  const caps = windowsOf(plan, service).map((one) => one.personCap);
  return plan.windows.length > 0 ? Math.min(plan.partyMax, Math.max(0, ...caps)) : plan.partyMax;
}

/** Whether this time can be asked for at all, whoever has it now: it begins where matters of this length begin, is released, and the party fits. */
export function checkSlot(question: SlotQuestion): Refusal<'not_a_slot' | 'not_released' | 'party_too_large'> | undefined {
  const { plan, spans, service, day, zone, at, now, party } = question;
  const most = mostOf(plan, service);
  if (party > most) return refuse('party_too_large', { most });
  const starts = startsOn(spans, { day, zone, ...service });
  if (at <= now || dayOf(at, zone) !== day || !starts.includes(at.getTime() / 1000)) return refuse('not_a_slot');
  const { priorityAt, everybodyAt } = releaseOf(plan, day, zone);
  const releasedAt = question.hasPriority ? priorityAt : everybodyAt;
  if (!question.isStaff && now < releasedAt) return refuse('not_released', { opensAt: releasedAt.toISOString() });
  return undefined;
}

export function windowsOf(plan: Plan, { group }: Pick<Service, 'group'>, special?: boolean): Plan['windows'] {
  return plan.windows.filter((window) => window.groups.includes(group) && (special === undefined || Boolean(window.special) === special));
}

/** From when to when a booking's people are inside, and between which instants they are to arrive. */
export function presenceOf(
  plan: Pick<Plan, 'leadMinutes' | 'tailMinutes'>,
  startsAt: Date,
  endsAt: Date,
): { insideFrom: Date; insideUntil: Date } {
  return {
    insideFrom: new Date(startsAt.getTime() - plan.leadMinutes * 60_000),
    insideUntil: new Date(endsAt.getTime() + plan.tailMinutes * 60_000),
  };
}
