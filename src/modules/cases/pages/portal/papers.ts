import { type Language, textIn } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';
import type { DocumentSlot, Item, NeededSlot, Question } from '#modules/catalogue/index.ts';
import { uiWords } from '#ui/index.ts';
import type { Slots } from '../../contract/types.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { owingOf } from '../../rules/owing.ts';
import { owedPapers } from '../../rules/papers.ts';
import { answerText } from './answer-text.tsx';
import type { OwnCase } from './own-case.ts';

/** What a paper is called; one of several says for which row it is. */
export function paperName(
  { document, row }: Pick<NeededSlot, 'document' | 'row'>,
  { item, answers, language }: { item: Pick<Item, 'questions'>; answers: Readonly<Record<string, unknown>>; language: Language },
): string {
  const name = textIn(document.name, language);
  if (row === undefined) return name;
  const list = item.questions.find(({ key }) => key === document.each);
  return portalWords(language).papers.forRow(name, rowName(list, answers, { row, language }));
}

function rowName(
  list: Question | undefined,
  answers: Readonly<Record<string, unknown>>,
  { row, language }: { row: number; language: Language },
): string {
  const column = list?.of?.[0];
  const rows = list ? answers[list.key] : undefined;
  const cells = Array.isArray(rows) ? (rows[row] as Record<string, unknown> | undefined) : undefined;
  return (column && cells && answerText(column, cells[column.key], language)) || portalWords(language).question.row(row + 1);
}

/** What was given for a paper; given under the paper's own key it stands for all of its rows. */
export function fillingOf(slots: Slots, { slot, document }: Pick<NeededSlot, 'slot' | 'document'>): Slots[string] | undefined {
  return slots[slot] ?? slots[document.key];
}

export type OwedPaper = NeededSlot & { readonly name: string; readonly by: Day | undefined };

/** The papers that are still owed, with the day that follows from acceptance. */
export function owedOf({ file, situation }: OwnCase, language: Language): OwedPaper[] {
  const { item } = situation;
  const days = new Map(owingOf(file, situation).map(({ slot, by }) => [slot, by]));
  return owedPapers(file, item).map((paper) => ({
    ...paper,
    name: paperName(paper, { item, answers: file.answers, language }),
    by: days.get(paper.slot),
  }));
}

/** How long one may owe a paper, in words: `10个工作日`. */
export function owedDays({ owed }: Pick<DocumentSlot, 'owed'>, language: Language): string {
  if (!owed) return '';
  const { workdays, days } = uiWords(language).time;
  return owed.unit === 'workday' ? workdays(owed.days) : days(owed.days);
}
