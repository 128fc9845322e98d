import { textIn } from '#kernel/locale.ts';
import { documentWords } from '#modules/documents/index.ts';
import { dayIn, formatDay } from '#ui/index.ts';
import type { Decision } from '../../rules/case-file.ts';
import type { CaseProps } from './case-props.ts';

/** The decision in the words of the paper that will be issued, in the applicant's language. */
export function DecisionText({ data: { file, theirs, zone }, decision }: CaseProps & { decision: Decision }) {
  const { sheet, decision: words } = documentWords(theirs);
  const item = textIn(file.itemName, theirs);
  return (
    <div class="paper-text" lang={theirs}>
      <p class="paper-title">{words.titles[decision.outcome]}</p>
      <p>{sheet.dear(file.applicantName)}</p>
      <p>{words.opening(formatDay(dayIn(file.receivedAt, zone), theirs, 'day'), item)}</p>
      <p>
        <b>{words.decided[decision.outcome](item)}</b>
      </p>
      {decision.reason && (
        <p class="lines">
          {sheet.reasons}
          {'\n'}
          {decision.reason}
        </p>
      )}
      {decision.validUntil && (
        <p>
          {sheet.validUntil} {formatDay(decision.validUntil, theirs, 'day')}
        </p>
      )}
    </div>
  );
}
