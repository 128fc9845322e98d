import type { Language } from '#kernel/locale.ts';
import { refusalText } from '#ui/index.ts';
import type { ReportRow } from '../../contract/imports.ts';
import { adminWords } from '../../locales/admin/index.ts';
import { wordsIn } from '../../locales/index.ts';
import { placeOf } from './draft/place.ts';
import { problemText } from './draft/problems.tsx';
import { listOf, partOf, textOf } from './draft/read.ts';

/** Why a row is doubtful or was left out, in one sentence. What the item's own checks found is told as in the editor. */
export function reasonOf({ code, level, facts }: ReportRow, language: Language): string {
  const said = refusalText(language, { refused: code, facts }, wordsIn(language).refusals);
  const { of } = adminWords(language).imports;
  if (code === 'item_doubtful' || code === 'item_has_errors') {
    const path = textOf(facts['path']);
    const problem = problemText({ level, code: textOf(facts['problem']), path, facts }, {}, language);
    return of(placeOf(path, {}, language).names.join(' › '), problem);
  }
  const shapes = code === 'wrong_shape' ? listOf(facts['problems']) : [];
  return [said, ...shapes.slice(0, 3).map((shape) => of(textOf(partOf(shape)['path']), textOf(partOf(shape)['message'])))].join(' ');
}
