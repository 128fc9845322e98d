import { isRefusal } from '#kernel/result.ts';
import type { DocumentSource, Item, Walk } from '../../item.ts';
import { askedQuestions } from '../form.ts';
import { parseAnswer } from '../parse-answer.ts';
import { isOwable, neededSlots } from '../slots.ts';
import { planFor, planKeys } from '../stage-plan.ts';
import { error, type ItemProblem } from './problem.ts';

/** Runs every walk of an item through the same rules a case goes through. */
export function checkWalks(item: Item): ItemProblem[] {
  return (item.walks ?? []).flatMap((walk, index) => {
    const path = `walks.${index}`;
    return [
      ...checkAnswers(item, walk, path),
      ...checkAsked(item, walk, path),
      ...checkPapers(item, walk, path),
      ...checkPlan(item, walk, path),
    ];
  });
}

/** A walk may leave rows empty, but what it does say must be an answer the form takes. */
function checkAnswers(item: Item, walk: Walk, path: string): ItemProblem[] {
  return Object.entries(walk.answers).flatMap(([key, raw]) => {
    const question = item.questions.find((one) => one.key === key);
    if (!question) return [error(`${path}.answers.${key}`, 'walk_answer_unknown', { key })];
    const value = parseAnswer(question, raw);
    return isRefusal(value) ? [error(`${path}.answers.${key}`, 'walk_answer_refused', { refused: value.refused, ...value.facts })] : [];
  });
}

function checkAsked(item: Item, walk: Walk, path: string): ItemProblem[] {
  const asked = askedQuestions(item, walk.answers, { proven: walk.proven ?? [] }).map((question) => question.key);
  return asked.join() === walk.asked.join() ? [] : [error(`${path}.asked`, 'walk_asks_otherwise', { expected: walk.asked, found: asked })];
}

function checkPapers(item: Item, walk: Walk, path: string): ItemProblem[] {
  const needed = new Map(neededSlots(item, walk.answers).map(({ document }) => [document.key, document]));
  const found = [...needed.keys()];
  const missing = found.filter((key) => !(key in walk.papers)).concat(Object.keys(walk.papers).filter((key) => !needed.has(key)));
  if (missing.length > 0) return [error(`${path}.papers`, 'walk_needs_other_papers', { expected: Object.keys(walk.papers), found })];
  return Object.entries(walk.papers).flatMap(([key, way]) => {
    const document = needed.get(key);
    const possible = document && (way === 'owed' ? isOwable(document) : document.from.some((source) => wayOf(source) === way));
    return possible ? [] : [error(`${path}.papers.${key}`, 'walk_paper_cannot_come_so', { way })];
  });
}

function checkPlan(item: Item, walk: Walk, path: string): ItemProblem[] {
  const keys = planKeys(planFor(item, walk.answers, { proven: walk.proven ?? [] }));
  return keys.join() === walk.stages.join()
    ? []
    : [error(`${path}.stages`, 'walk_takes_other_stages', { expected: walk.stages, found: keys })];
}

function wayOf(source: DocumentSource): string | undefined {
  return Object.keys(source)[0];
}
