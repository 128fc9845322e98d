import type { ComponentChildren } from 'preact';
import type { FormState } from '#kernel/page.ts';
import { Actions, Button, Errors, type FieldError, Form, formErrors, LinkButton } from '#ui/index.ts';
import { casesWords } from '../../../locales/index.ts';
import type { DeskAct } from '../case-forms.ts';
import { type CaseProps, here, keeping, wordsOf } from '../case-props.ts';
import { fieldOfProblem, flagsIn } from '../flags.ts';
import { Changed, isOvertaken } from './overtaken.tsx';
import { CorrectionFields } from './correction.tsx';
import { ProposeFields, ReopenFields, SendBackFields, SignFields } from './decision.tsx';
import { RevokeFields, CheckLaterFields } from './afterwards.tsx';
import { AcceptFields, LapseFields, RefuseFields, ToleratedFields } from './intake.tsx';
import { ApologiseFields, GreenFields, HandOverFields, MergeFields, RemindFields } from './officers.tsx';
import { ExtendFields, FinishFields, OpinionFields, PauseFields, ResumeFields } from './review.tsx';

/** What a sheet's fields are given: the form that came back, when it was this one, and the mistakes in it. */
export type FieldProps = CaseProps & { readonly typed: FormState | undefined; readonly errors: readonly FieldError[] };

const fields: Partial<Record<DeskAct, (props: FieldProps) => ComponentChildren>> = {
  accept: AcceptFields,
  'accept-tolerated': ToleratedFields,
  'refuse-intake': RefuseFields,
  'ask-correction': CorrectionFields,
  lapse: LapseFields,
  'finish-stage': FinishFields,
  'ask-opinion': OpinionFields,
  'pause-clock': PauseFields,
  'resume-clock': ResumeFields,
  extend: ExtendFields,
  propose: ProposeFields,
  'send-back': SendBackFields,
  sign: SignFields,
  'check-later': CheckLaterFields,
  revoke: RevokeFields,
  reopen: ReopenFields,
  apologise: ApologiseFields,
  merge: MergeFields,
  'open-green': GreenFields,
  remind: RemindFields,
  'hand-over': HandOverFields,
};
/** Of these the applicant hears. */
const told = new Set<DeskAct>([
  'accept',
  'accept-tolerated',
  'refuse-intake',
  'ask-correction',
  'lapse',
  'pause-clock',
  'extend',
  'sign',
  'revoke',
  'reopen',
  'apologise',
  'open-green',
  'merge',
]);

/** An act with all that it needs, beside what it is about: what happens, who is told, what another has done meanwhile. */
export function Sheet({ name, ...props }: CaseProps & { name: DeskAct }) {
  const { sheet: words, acts } = wordsOf(props);
  const typed = props.form?.name === name ? props.form : undefined;
  const errors = isOvertaken(typed) ? [] : errorsIn(typed, props);
  const Fields = fields[name];
  const isOpen = props.data.acts.some((one) => one.name === name && !one.closed);
  return (
    <section class="act-sheet" id="sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{acts[name]}</h2>
      <Changed {...props} typed={typed} isOpen={isOpen} />
      <Errors errors={errors} />
      {Fields && (
        <Form act={name} keep={keeping(props, { act: name })} hidden={{ version: props.data.file.version }}>
          <Fields {...props} typed={typed} errors={errors} />
          <p class="small muted">{told.has(name) ? words.told : words.notTold}</p>
          <Actions>
            {isOpen && <Button size="big">{acts[name]}</Button>}
            <LinkButton look="plain" href={here(props)}>
              {words.cancel}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </section>
  );
}

function errorsIn(typed: FormState | undefined, props: CaseProps): FieldError[] {
  const words = wordsOf(props);
  const found = formErrors(props.act.language, typed, { own: casesWords(props.act.language).refusals, labels: labelsOf(words) });
  const ticked = typed?.name === 'ask-correction' ? flagsIn(typed.values) : [];
  return found.map((error) => {
    if (error.name === 'flags') return { name: 'flags.0.on', text: words.sheets.correction.needed };
    if (error.name.startsWith('flags.')) return { name: fieldOfProblem(error.name, ticked), text: words.sheets.correction.noteNeeded };
    return error;
  });
}

function labelsOf({ sheets, sheet }: ReturnType<typeof wordsOf>): Record<string, string> {
  return {
    reason: sheet.reason,
    opinion: sheets.finish.opinion,
    outcome: sheets.propose.outcome,
    stage: sheets.finish.stage,
    unitCode: sheets.opinion.unit,
    question: sheets.opinion.question,
    days: sheets.opinion.days,
    basis: sheets.reopen.basis,
    into: sheets.merge.into,
    officerId: sheets.green.officer,
    what: sheets.checkLater.what,
    result: sheets.checkLater.result,
    on: sheets.apologise.on,
    validUntil: sheets.propose.validUntil,
    promise: sheets.tolerated.promise,
  };
}
