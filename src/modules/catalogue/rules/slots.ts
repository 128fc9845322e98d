import type { Facts } from '#kernel/result.ts';
import type { DocumentSlot, Item } from '../item.ts';
import { holds } from './condition.ts';
import type { Answers } from './parse-answer.ts';

/** One paper that these answers call for. With `each`, one per row: `healthCertificates.0`. */
export type NeededSlot = { readonly slot: string; readonly document: DocumentSlot; readonly row?: number };
/** How the applicant fills a slot. */
export type SlotAnswer =
  | { readonly fileIds: readonly string[] }
  | { readonly owed: true }
  | { readonly committed: true }
  | { readonly credentialId: string };
export type SlotWay = 'credential' | 'register' | 'upload' | 'owed' | 'commitment';
export type SlotState = NeededSlot & { readonly way: SlotWay | 'missing' };
export type SlotProblem = {
  readonly slot: string;
  readonly code:
    | 'document_missing'
    | 'owing_not_allowed'
    | 'commitment_not_allowed'
    | 'too_many_files'
    | 'credential_not_allowed'
    | 'unknown_slot';
  readonly facts: Facts;
};

type Papers = Pick<Item, 'documents'>;
export type SlotAnswers = Readonly<Record<string, SlotAnswer>>;
/** `registered`: slots that a register has already filled. */
export type SlotFacts = { readonly slots: SlotAnswers; readonly registered?: readonly string[] };

/** The papers these answers call for, in the item's order. */
export function neededSlots(item: Papers, answers: Answers): NeededSlot[] {
  return item.documents.flatMap((document) => {
    if (document.skipIf && holds(document.skipIf, { answers })) return [];
    if (!document.each) return [{ slot: document.key, document }];
    const rows = answers[document.each];
    return Array.isArray(rows) ? rows.map((_, row) => ({ slot: `${document.key}.${row}`, document, row })) : [];
  });
}

/** How each needed paper comes. An answer under the paper's own key stands for all of its rows. */
export function slotStates(item: Papers, answers: Answers, { slots, registered = [] }: SlotFacts): SlotState[] {
  return neededSlots(item, answers).map((needed) => ({
    ...needed,
    way: registered.includes(needed.slot) ? 'register' : wayOf(answerFor(needed, slots)),
  }));
}

export function checkSlots(item: Papers, answers: Answers, facts: SlotFacts): SlotProblem[] {
  const needed = neededSlots(item, answers);
  const problems = slotStates(item, answers, facts).flatMap((state) => problemOf(state, answerFor(state, facts.slots)));
  const known = new Set(needed.flatMap(({ slot, document }) => [slot, document.key]));
  const unknown = Object.keys(facts.slots).filter((slot) => !known.has(slot) && !item.documents.some((document) => document.key === slot));
  return [...problems, ...unknown.map((slot): SlotProblem => ({ slot, code: 'unknown_slot', facts: { slot } }))];
}

/** Tolerance acceptance 容缺受理 is for secondary papers that the item says may follow. */
export function isOwable(document: DocumentSlot): boolean {
  return document.necessity === 'secondary' && document.owed !== undefined;
}

/** 告知承诺: a declaration may stand for this paper. */
export function isDeclarable(document: DocumentSlot): boolean {
  return document.commitment !== undefined;
}

export function mostFiles(document: DocumentSlot): number {
  return Math.max(0, ...document.from.map((source) => ('upload' in source ? source.upload.max : 0)));
}

function answerFor({ slot, document }: NeededSlot, slots: SlotAnswers): SlotAnswer | undefined {
  if (Object.hasOwn(slots, slot)) return slots[slot];
  return Object.hasOwn(slots, document.key) ? slots[document.key] : undefined;
}

function wayOf(answer: SlotAnswer | undefined): SlotWay | 'missing' {
  if (!answer) return 'missing';
  if ('owed' in answer) return answer.owed === true ? 'owed' : 'missing';
  if ('committed' in answer) return answer.committed === true ? 'commitment' : 'missing';
  if ('credentialId' in answer) return answer.credentialId ? 'credential' : 'missing';
  return Array.isArray(answer.fileIds) && answer.fileIds.length > 0 ? 'upload' : 'missing';
}

function problemOf({ slot, document, way }: SlotState, answer: SlotAnswer | undefined): SlotProblem[] {
  const problem = (code: SlotProblem['code'], facts: Facts = {}): SlotProblem[] => [
    { slot, code, facts: { document: document.key, ...facts } },
  ];
  if (way === 'missing') return problem('document_missing', { necessity: document.necessity, mayBeOwed: isOwable(document) });
  if (way === 'owed' && !isOwable(document)) return problem('owing_not_allowed');
  if (way === 'commitment' && !isDeclarable(document)) return problem('commitment_not_allowed');
  if (way === 'credential' && !document.from.some((source) => 'credential' in source)) return problem('credential_not_allowed');
  const count = answer && 'fileIds' in answer ? answer.fileIds.length : 0;
  const max = mostFiles(document);
  return way === 'upload' && count > max ? problem('too_many_files', { max, count }) : [];
}
