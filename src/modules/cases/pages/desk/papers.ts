import { slotStates, type Item, type SlotState } from '#modules/catalogue/index.ts';
import type { Flag, Slots } from '../../contract/types.ts';
import type { LogEntry } from '../../queries/case.ts';
import type { MessageRow } from '../../queries/lists.ts';
import type { CaseFile } from '../../rules/case-file.ts';
import { owingOf } from '../../rules/owing.ts';
import { fileIdsIn } from '../../rules/papers.ts';
import type { Situation } from '../../rules/situation.ts';

/** One required paper of a case, with its files and what was found wrong with it. */
export type CasePaper = SlotState & { readonly fileIds: readonly string[]; readonly credentialId?: string; readonly flag?: Flag };

export function papersOf(item: Item, file: CaseFile): CasePaper[] {
  const flags = file.state === 'correction' ? (file.correction?.flags ?? []) : [];
  return slotStates(item, file.answers, { slots: file.slots as never }).map((state) => {
    const filling = file.slots[state.slot] ?? file.slots[state.document.key];
    const flag = flags.find(({ path }) => path === `slots.${state.slot}` || path === `slots.${state.document.key}`);
    return {
      ...state,
      fileIds: filling?.fileIds ?? [],
      ...(filling?.credentialId ? { credentialId: filling.credentialId } : {}),
      ...(flag ? { flag } : {}),
    };
  });
}

/** Every file that belongs to a case: those in it now, those that a correction has replaced, those in its messages. */
export function fileIdsOf(file: Pick<CaseFile, 'slots'>, log: readonly LogEntry[], messages: readonly MessageRow[]): string[] {
  const before = log.flatMap(({ detail }) => [
    ...fileIdsIn(detail['slots'] as Slots | undefined),
    ...Object.values((detail['before'] ?? {}) as Slots).flatMap((filling) => filling?.fileIds ?? []),
  ]);
  return [...new Set([...fileIdsIn(file.slots), ...before, ...messages.flatMap((message) => message.fileIds)])];
}

/** The day each owed paper is due by, once acceptance has set it. */
export function owedUntil(file: CaseFile, situation: Situation): ReadonlyMap<string, string> {
  return new Map(owingOf(file, situation).map(({ slot, by }) => [slot, by]));
}
