import { type Language, textIn } from '#kernel/locale.ts';
import type { ItemLimit } from '#modules/catalogue/index.ts';
import { Choice, DateInput, errorOf, Select, Summary, TextArea, uiWords, valueOf } from '#ui/index.ts';
import { joined } from '../../portal/said.tsx';
import { stageText, wordsOf } from '../case-props.ts';
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

function limitText({ days, unit }: ItemLimit, language: Language): string {
  const { workdays, days: calendarDays } = uiWords(language).time;
  return unit === 'workday' ? workdays(days) : calendarDays(days);
}

/** Colleagues of the unit that has the case now, and of the window that took it in. */
function colleagues({ data: { directory, file } }: FieldProps) {
  return [file.unitCode, file.intakeUnit].flatMap((unit) => directory.officersOfUnit(unit));
}

export function GreenFields(props: FieldProps) {
  const words = wordsOf(props);
  const { green } = words.sheets;
  const { item } = props.data.situation;
  const merged = (item.green?.merge ?? []).map((group) =>
    joined(
      group.map((key) => stageText(key, props)),
      props.act.language,
    ),
  );
  return (
    <>
      <p>{green.lead}</p>
      {item.green && (
        <Summary
          look="tight"
          rows={[
            { label: green.promised, value: limitText(item.green.promised, props.act.language) },
            { label: green.merged, value: merged.join(' · ') },
          ]}
        />
      )}
      <Select
        name="officerId"
        label={green.officer}
        hint={green.officerHint}
        value={valueOf(props.typed, 'officerId')}
        error={errorOf(props.errors, 'officerId')}
        options={colleagues(props)
          .filter(({ phone }) => phone)
          .map(({ personId, name, phone }) => ({ value: personId, label: `${textIn(name, props.act.language)} · ${phone}` }))}
      />
      <TextArea
        name="reason"
        label={words.sheet.reason}
        rows={3}
        maxlength={2000}
        value={valueOf(props.typed, 'reason')}
        error={errorOf(props.errors, 'reason')}
      />
    </>
  );
}

/** Open cases of the same person and matter; one of them goes on. */
export function MergeFields(props: FieldProps) {
  const words = wordsOf(props);
  const { merge } = words.sheets;
  const others = props.data.checks.again.filter(({ canMerge }) => canMerge);
  return (
    <>
      <p>{merge.lead}</p>
      <Choice
        name="into"
        label={merge.into}
        value={valueOf(props.typed, 'into', others[0]?.caseNo)}
        error={errorOf(props.errors, 'into')}
        options={others.map(({ caseNo, state, same, of }) => ({
          value: caseNo,
          label: caseNo,
          hint: `${words.states[state]} · ${words.checks.sameAnswers(same, of)}`,
        }))}
      />
      <TextArea name="reason" label={words.sheet.note} optional rows={2} maxlength={500} value={valueOf(props.typed, 'reason')} />
    </>
  );
}

export function HandOverFields(props: FieldProps) {
  const { handOver } = wordsOf(props).sheets;
  const officers = colleagues(props).filter(({ personId }) => personId !== props.data.file.holderId);
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
