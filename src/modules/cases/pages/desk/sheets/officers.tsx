import { textIn } from '#kernel/locale.ts';
import { DateInput, errorOf, Select, TextArea, valueOf } from '#ui/index.ts';
import { wordsOf } from '../case-props.ts';
import type { FieldProps } from './sheet.tsx';

export function ApologiseFields(props: FieldProps) {
  const { apologise } = wordsOf(props).sheets;
  const part = (key: string) => valueOf(props.typed, `on.${key}`);
  const isRestDay = props.typed?.refusal?.code === 'not_a_workday';
  return (
    <>
      <p>{apologise.lead}</p>
      <DateInput
        name="on"
        label={apologise.on}
        hint={apologise.onHint}
        value={{ year: part('year'), month: part('month'), day: part('day') }}
        error={errorOf(props.errors, 'on') ?? (isRestDay ? apologise.onHint : undefined)}
      />
      <TextArea
        name="reason"
        label={apologise.why}
        rows={3}
        maxlength={2000}
        value={valueOf(props.typed, 'reason')}
        error={errorOf(props.errors, 'reason')}
      />
    </>
  );
}

export function RemindFields(props: FieldProps) {
  const { remind } = wordsOf(props).sheets;
  return (
    <>
      <p>{remind.lead}</p>
      <TextArea name="note" label={remind.note} optional rows={3} maxlength={500} value={valueOf(props.typed, 'note')} />
    </>
  );
}

/** Colleagues of the unit that has the case now, and of the window that took it in. */
export function HandOverFields(props: FieldProps) {
  const { handOver } = wordsOf(props).sheets;
  const { directory, file } = props.data;
  const officers = [file.unitCode, file.intakeUnit]
    .flatMap((unit) => directory.officersOfUnit(unit))
    .filter(({ personId }) => personId !== file.holderId);
  return (
    <>
      <p>{handOver.lead}</p>
      <Select
        name="toPersonId"
        label={handOver.to}
        hint={handOver.pool}
        optional
        value={valueOf(props.typed, 'toPersonId')}
        options={officers.map(({ personId, name, title }) => ({
          value: personId,
          label: `${textIn(name, props.act.language)} · ${textIn(title, props.act.language)}`,
        }))}
      />
      <TextArea name="reason" label={handOver.reason} optional rows={3} maxlength={500} value={valueOf(props.typed, 'reason')} />
    </>
  );
}
