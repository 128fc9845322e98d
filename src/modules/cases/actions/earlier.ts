import type { Act } from '#kernel/endpoint.ts';
import { canonicalJson } from '#kernel/ids.ts';
import { checkAnswers, findItemVersion, type FormContext, type Item, type Question } from '#modules/catalogue/index.ts';
import { listEarlier } from '../queries/earlier.ts';

export type EarlierAnswer = { readonly value: unknown; readonly item: Item; readonly at: Date };

/**
 * 一次填报: what the same person has answered before to the same question of this item, or to one that takes the same datum from the same register or
 * credential. Only what would still be a right answer today.
 */
export async function findEarlierAnswer(
  act: Act,
  { question, item, applicantId, context }: { question: Question; item: Item; applicantId: string; context: FormContext },
): Promise<EarlierAnswer | undefined> {
  for (const earlier of await listEarlier(act.tx, { applicantId, readerId: act.actor.personId ?? '' })) {
    const before = await findItemVersion(act.tx, earlier.itemCode, earlier.itemVersion);
    const asked = before?.questions.find((candidate) => isSameDatum(candidate, question, before.code === item.code));
    const value = asked && earlier.answers[asked.key];
    if (before && value !== undefined && value !== null && isRight(question, value, context))
      return { value, item: before, at: earlier.receivedAt };
  }
  return undefined;
}

function isSameDatum(candidate: Question, question: Question, isSameItem: boolean): boolean {
  if (candidate.type !== question.type) return false;
  if (isSameItem) return candidate.key === question.key;
  const source = question.prefill;
  return source !== undefined && !('profile' in source) && canonicalJson(candidate.prefill ?? null) === canonicalJson(source);
}

function isRight({ showIf: _, ...question }: Question, value: unknown, context: FormContext): boolean {
  return checkAnswers({ sections: [], questions: [question] }, { [question.key]: value }, context).problems.length === 0;
}
