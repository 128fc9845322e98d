import type { NeededSlot } from '#modules/catalogue/index.ts';
import { textIn } from '#kernel/locale.ts';
import { paperName } from '../portal/papers.ts';
import { labelOf } from '../portal/answer-text.tsx';
import type { CaseProps } from './case-props.ts';

type Named = Pick<CaseProps, 'act' | 'data'>;

export function nameOfPaper(paper: Pick<NeededSlot, 'document' | 'row'>, { act, data: { file, situation } }: Named): string {
  return paperName(paper, { item: situation.item, answers: file.answers, language: act.language });
}

/** What `answers.<key>` or `slots.<key>` is called, for flags and for what a correction has changed. */
export function nameOfPath(path: string, named: Named): string {
  const { act, data } = named;
  const [kind, key = ''] = path.split('.');
  if (kind === 'answers') {
    const question = data.situation.item.questions.find((one) => one.key === key);
    return question ? labelOf(question, act.language) : key;
  }
  const paper = data.papers.find(({ slot }) => `slots.${slot}` === path);
  if (paper) return nameOfPaper(paper, named);
  return textIn(data.situation.item.documents.find((one) => one.key === key)?.name, act.language) || key;
}
