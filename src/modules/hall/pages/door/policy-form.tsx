import { textIn } from '#kernel/locale.ts';
import { hasRole } from '#kernel/actor.ts';
import type { View } from '#kernel/page.ts';
import {
  Actions,
  Button,
  Choice,
  Choices,
  errorOf,
  Form,
  formErrors,
  NumberInput,
  Section,
  TextArea,
  TextInput,
  valueOf,
  valuesOf,
} from '#ui/index.ts';
import { type PolicyRules, symptomCodes } from '../../contract/policy.ts';
import { doorWords } from '../../locales/door/index.ts';
import type { PolicyData } from './policies.tsx';
import { hiddenTexts } from './policy-posted.ts';

const numbers = [
  ['temperatureLimit', 'degrees'],
  ['robotMargin', 'degrees'],
  ['handWithinMinutes', 'minutes'],
  ['repeatAfterMinutes', 'minutes'],
  ['regionDays', 'days'],
  ['alertMinutes', 'minutes'],
  ['skewMinutes', 'minutes'],
  ['undoSeconds', 'seconds'],
  ['leasePlaces', 'people'],
  ['leaseMinutes', 'minutes'],
  ['passHours', 'hours'],
  ['readingDays', 'days'],
  ['identityDays', 'days'],
] as const satisfies readonly (readonly [keyof PolicyRules, string])[];

/** Begins with the newest version, so that one number can be changed. */
export const PolicyForm: View<PolicyData> = (props) => {
  const { data, act, form: state } = props;
  const [newest] = data.rows;
  if (!newest || !hasRole(act.actor, ['admin'])) return null;
  const words = doorWords(act.language).policies;
  const errors = formErrors(act.language, state, { own: doorWords(act.language).refusals });
  return (
    <Section title={words.write} id="write">
      <Form act="publish" hidden={{ version: newest.version, ...hiddenTexts(newest.rules, act.language) }}>
        <TextInput
          name="effectiveAt"
          label={words.from}
          hint={words.fromHint}
          width="short"
          value={valueOf(state, 'effectiveAt')}
          error={errorOf(errors, 'effectiveAt')}
        />
        <Numbers {...props} rules={newest.rules} />
        <Choosing {...props} rules={newest.rules} />
        <TextArea
          name="rules.regions"
          label={words.fields.regions}
          hint={words.regionsHint}
          rows={3}
          value={valueOf(
            state,
            'rules.regions',
            newest.rules.regions.map(({ code, name }) => `${code} ${textIn(name, act.language)}`).join('\n'),
          )}
        />
        <TextInput
          name="rules.hospital"
          label={words.fields.hospital}
          optional
          value={valueOf(state, 'rules.hospital', newest.rules.hospital ? textIn(newest.rules.hospital, act.language) : '')}
        />
        <Actions>
          <Button>{words.write}</Button>
        </Actions>
      </Form>
    </Section>
  );
};

type Props = Parameters<View<PolicyData>>[0] & { readonly rules: PolicyRules };

function Numbers({ act, form: state, rules }: Props) {
  const words = doorWords(act.language).policies;
  const errors = formErrors(act.language, state, { own: doorWords(act.language).refusals });
  return (
    <div class="gatefields">
      {numbers.map(([key, unit]) => (
        <NumberInput
          key={key}
          name={`rules.${key}`}
          label={words.fields[key]}
          unit={words.units[unit]}
          decimal={unit === 'degrees'}
          value={valueOf(state, `rules.${key}`, String(rules[key]))}
          error={errorOf(errors, `rules.${key}`)}
        />
      ))}
    </div>
  );
}

function Choosing({ act, form: state, rules }: Props) {
  const words = doorWords(act.language);
  const { fields, masks, skews } = words.policies;
  const ofOutcomes = (names: readonly ('special' | 'refuse' | 'isolate')[]) =>
    names.map((value) => ({ value, label: words.outcomes[value] }));
  return (
    <>
      <Choices
        name="rules.symptoms"
        label={fields.symptoms}
        options={symptomCodes.map((value) => ({ value, label: words.symptoms[value] }))}
        values={valuesOf(state, 'rules.symptoms', rules.symptoms)}
      />
      <Choice
        name="rules.symptomOutcome"
        label={fields.symptomOutcome}
        inline
        options={ofOutcomes(['refuse', 'isolate'])}
        value={valueOf(state, 'rules.symptomOutcome', rules.symptomOutcome)}
      />
      <Choice
        name="rules.mask"
        label={fields.mask}
        inline
        options={(['worn', 'none'] as const).map((value) => ({ value, label: masks[value] }))}
        value={valueOf(state, 'rules.mask', rules.mask)}
      />
      <Choice
        name="rules.regionOutcome"
        label={fields.regionOutcome}
        inline
        options={ofOutcomes(['special', 'refuse', 'isolate'])}
        value={valueOf(state, 'rules.regionOutcome', rules.regionOutcome)}
      />
      <Choices
        name="rules.isolationRecord"
        label={fields.isolationRecord}
        options={[{ value: 'true', label: words.gate.record }]}
        values={valuesOf(state, 'rules.isolationRecord', rules.isolationRecord ? ['true'] : [])}
      />
      <Choice
        name="rules.skewed"
        label={fields.skewed}
        inline
        options={(['correct', 'refuse'] as const).map((value) => ({ value, label: skews[value] }))}
        value={valueOf(state, 'rules.skewed', rules.skewed)}
      />
    </>
  );
}
