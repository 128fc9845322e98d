import { refuse } from '#kernel/result.ts';
import { type Item, mostFiles, type NeededSlot, slotStates } from '#modules/catalogue/index.ts';
import type { Slots } from '../contract/types.ts';
import type { CaseFile } from './case-file.ts';
import type { Rule } from './situation.ts';

/** Papers that were promised for later and are not there yet (容缺后补); a promise under a paper's own key stands for all of its rows. */
export function owedPapers({ slots, answers }: Pick<CaseFile, 'slots' | 'answers'>, item: Item): NeededSlot[] {
  return slotStates(item, answers, { slots: slots as never }).filter(({ way }) => way === 'owed');
}

/** Every file that stands in an application. */
export function fileIdsIn(slots: Slots = {}): string[] {
  return Object.values(slots).flatMap(({ fileIds }) => fileIds ?? []);
}

/** 告知承诺: something is declared instead of proved. */
export function usesDeclaration(slots: Slots): boolean {
  return Object.values(slots).some(({ committed }) => committed);
}

/** 补交: files for one paper that was owed, a day late too; the last one ends the tolerance. A promise for all rows is kept for those that are left. */
export const supply: Rule<{ slot: string; fileIds: readonly string[] }> = (file, { slot, fileIds }, { item }) => {
  const owed = owedPapers(file, item);
  const supplied = owed.find((paper) => paper.slot === slot);
  if (!supplied) return refuse('not_owed', { slots: owed.map((paper) => paper.slot) });
  const max = mostFiles(supplied.document);
  if (fileIds.length > max) return refuse('too_many_files', { slot, max });
  const left = owed.filter((paper) => paper !== supplied);
  const given = Object.entries(file.slots).filter(([, filling]) => !filling.owed);
  const slots = {
    ...Object.fromEntries(given),
    ...Object.fromEntries(left.map((paper) => [paper.slot, { owed: true }])),
    [slot]: { fileIds },
  };
  return {
    set: { slots: slots as Slots, lane: file.lane === 'tolerance' && left.length === 0 ? 'normal' : file.lane },
    detail: { slot, fileIds },
  };
};
