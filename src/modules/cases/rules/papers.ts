import { addWorkdays, type Day } from '#kernel/workdays.ts';
import { type Item, type NeededSlot, slotStates } from '#modules/catalogue/index.ts';
import type { Slots } from '../contract/types.ts';
import type { CaseFile } from './case-file.ts';
import { type Situation, today } from './situation.ts';

/** Papers that were promised for later and are not there yet (容缺后补); a promise under a paper's own key stands for all of its rows. */
export function owedPapers({ slots, answers }: Pick<CaseFile, 'slots' | 'answers'>, item: Item): NeededSlot[] {
  return slotStates(item, answers, { slots: slots as never }).filter(({ way }) => way === 'owed');
}

/** Every file that stands in an application. */
export function fileIdsIn(slots: Slots = {}): string[] {
  return Object.values(slots).flatMap(({ fileIds }) => fileIds ?? []);
}

/** By when each of them must follow, counted from today. */
export function owedUntil(papers: readonly NeededSlot[], situation: Situation): { slot: string; by: Day }[] {
  return papers.flatMap(({ slot, document: { owed } }) =>
    owed ? [{ slot, by: addWorkdays(situation.calendar, today(situation), owed.days) }] : [],
  );
}
