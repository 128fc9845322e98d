import { canonicalJson, sha256 } from '#kernel/ids.ts';
import { addDays, type Day } from '#kernel/workdays.ts';

/** One line of the policy: how many years a case is kept that fits it. */
export type KeepRule = { readonly kinds?: readonly string[]; readonly outcomes?: readonly string[]; readonly years: number };
export type Policy = {
  readonly validFrom: Day;
  /** How long before it goes somebody is told. */
  readonly warnDays: number;
  readonly drafts: { readonly days: number };
  readonly identityPapers: { readonly days: number; readonly slots: readonly string[] };
  readonly cases: readonly KeepRule[];
};
/** Something that has ended, as the policy looks at it. */
export type Ended = { readonly kind: string | undefined; readonly outcome: string | null; readonly endedOn: Day };

/** The version of a policy that holds on a day: the latest that has begun; what is older than all of them goes by the first. */
export function policyOn(versions: readonly Policy[], on: Day): Policy {
  const inOrder = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const current = inOrder.findLast(({ validFrom }) => validFrom <= on) ?? inOrder[0];
  if (!current) throw new Error('there is no retention policy');
  return current;
}

/** The last day on which a case is kept: so many years after the day it ended, by the version of that day and the first line that fits. */
export function keptUntil(versions: readonly Policy[], { kind, outcome, endedOn }: Ended): Day {
  const rule = policyOn(versions, endedOn).cases.find(
    ({ kinds, outcomes }) => (!kinds || (kind !== undefined && kinds.includes(kind))) && (!outcomes || outcomes.includes(outcome ?? '')),
  );
  if (!rule) throw new Error(`the retention policy of ${endedOn} says nothing about ${kind} ${outcome}`);
  return addYears(endedOn, rule.years);
}

/** On 29 February a year on is 28 February. */
function addYears(day: Day, years: number): Day {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return later.endsWith('-02-29') && addDays(`${later.slice(0, 8)}28`, 1) !== later ? `${later.slice(0, 8)}28` : later;
}

/** Names the whole policy: when it changes, the days of all ended cases are worked out anew. */
export function policyName(versions: readonly Policy[]): string {
  return sha256(canonicalJson(versions)).slice(0, 16);
}
