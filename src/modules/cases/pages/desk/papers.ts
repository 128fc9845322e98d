import { slotStates, type Item, type SlotState } from '#modules/catalogue/index.ts';
import type { Flag, Slots } from '../../contract/types.ts';
import type { LogEntry } from '../../queries/case.ts';
import type { MessageRow } from '../../queries/lists.ts';
import type { CaseFile } from '../../rules/case-file.ts';
import { fileIdsIn } from '../../rules/papers.ts';

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

/** Papers that may follow, with the day they are due by where acceptance has set one. */
export function owedUntil(log: readonly LogEntry[]): ReadonlyMap<string, string> {
  const accepted = log.findLast((entry) => Array.isArray(entry.detail['owed']));
  const owed = (accepted?.detail['owed'] ?? []) as readonly { slot: string; by: string }[];
  return new Map(owed.map(({ slot, by }) => [slot, by]));
}
