import type { Language } from '#kernel/locale.ts';
import type { Item } from '../../../item.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { type AnswerProblem, askedQuestions, checkAnswers } from '../../../rules/form.ts';
import { neededSlots } from '../../../rules/slots.ts';
import { planFor, planKeys } from '../../../rules/stage-plan.ts';
import { lanesOf, stageName } from './parts/stage.tsx';
import { entryName } from './place.ts';
import { listOf, type Part } from './read.ts';

export type Outcome = {
  readonly asked: readonly Item['questions'][number][];
  readonly problems: readonly AnswerProblem[];
  /** What these answers are as a test of the item: given, and what came out. */
  readonly walk: NonNullable<Item['walks']>[number];
};

/** What comes out of answers: questions, papers and stages, by the rules that a case goes through. */
export function outcomeOf(item: Item, given: Readonly<Record<string, unknown>>, proven: readonly string[]): Outcome {
  const { answers, problems } = checkAnswers(item, given, { proven });
  const asked = askedQuestions(item, answers, { proven });
  const papers = neededSlots(item, answers).map(({ document }) => [document.key, Object.keys(document.from[0] ?? { upload: 1 })[0]]);
  return {
    asked,
    problems: problems.filter(({ path, code }) => code !== 'required' && !path.includes('.')),
    walk: {
      answers: { ...answers },
      ...(proven.length > 0 && { proven: [...proven] }),
      asked: asked.map(({ key }) => key),
      papers: Object.fromEntries(papers),
      stages: planKeys(planFor(item, answers, { proven })),
    },
  };
}

export function questionNames(item: Part, keys: readonly string[], language: Language): string {
  const names = keys.map((key) => entryName(listOf(item['questions']).find((one) => one['key'] === key) ?? { key }, 'questions', language));
  return names.join(editorWords(language).and);
}

export function paperNames(item: Part, papers: Part, language: Language): string {
  const { values, and, withWay } = editorWords(language);
  const ways: Readonly<Record<string, string>> = values.ways;
  const names = Object.entries(papers).map(([key, way]) => {
    const paper = listOf(item['documents']).find((one) => one['key'] === key) ?? { key };
    return withWay(entryName(paper, 'documents', language), ways[String(way)] ?? String(way));
  });
  return names.join(and);
}

export function laneNames(item: Part, steps: readonly string[], language: Language): string {
  const nameOf = (key: string) => stageName(lanesOf(item).find((lane) => lane['key'] === key) ?? { key }, language);
  return steps.map((step) => step.split('+').map(nameOf).join(' + ')).join(' → ');
}
