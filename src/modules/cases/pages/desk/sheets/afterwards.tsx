import { Choice, errorOf, TextArea, valueOf } from '#ui/index.ts';
import { openChecks } from '../../../rules/afterwards.ts';
import type { LaterCheck } from '../../../rules/case-file.ts';
import { type CaseProps, dayText, wordsOf } from '../case-props.ts';
import { nameOfPath } from '../paper-names.ts';
import { WithGround } from './decision.tsx';
import type { FieldProps } from './sheet.tsx';

/** What was taken on trust, each with its day; one of them at a time. */
export function CheckLaterFields(props: FieldProps) {
  const { checkLater } = wordsOf(props).sheets;
  const open = openChecks(props.data.file);
  return (
    <>
      <p>{checkLater.lead}</p>
      <Choice
        name="what"
        label={checkLater.what}
        value={valueOf(props.typed, 'what', open[0]?.what)}
        error={errorOf(props.errors, 'what')}
        options={open.map((check) => ({
          value: check.what,
          label: nameOfCheck(check, props),
          hint: checkLater.dueOn(dayText(check.by, props)),
        }))}
      />
      <Choice
        name="result"
        label={checkLater.result}
        inline
        value={valueOf(props.typed, 'result')}
        error={errorOf(props.errors, 'result')}
        options={(['right', 'wrong'] as const).map((result) => ({ value: result, label: checkLater.results[result] }))}
      />
      <TextArea name="note" label={checkLater.note} optional rows={3} maxlength={2000} value={valueOf(props.typed, 'note')} />
    </>
  );
}

function nameOfCheck({ what }: LaterCheck, props: CaseProps): string {
  return what === 'decision' ? wordsOf(props).sheets.checkLater.decision : nameOfPath(what, props);
}

export function RevokeFields(props: FieldProps) {
  return <WithGround {...props} lead={wordsOf(props).sheets.revoke.lead} />;
}
