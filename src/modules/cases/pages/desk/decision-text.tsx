import { textIn } from '#kernel/locale.ts';
import { dayIn, formatDay } from '#ui/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import type { Decision } from '../../rules/case-file.ts';
import type { CaseProps } from './case-props.ts';

/** The decision as the applicant will read it, in the applicant's language. */
export function DecisionText({ data: { file, theirs, zone }, decision }: CaseProps & { decision: Decision }) {
  const words = deskWords(theirs).decision;
  return (
    <div class="paper-text" lang={theirs}>
      <p class="paper-title">{words.title[decision.outcome]}</p>
      <p>{words.to(file.applicantName)}</p>
      <p>{words.body(textIn(file.itemName, theirs), formatDay(dayIn(file.receivedAt, zone), theirs, 'day'), file.caseNo)}</p>
      <p>
        <b>{words.outcome[decision.outcome]}</b>
      </p>
      {decision.reason && <p class="lines">{words.reason(decision.reason)}</p>}
      {decision.validUntil && <p>{words.valid(formatDay(decision.validUntil, theirs, 'day'))}</p>}
    </div>
  );
}
