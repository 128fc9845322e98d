import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import type { Directory } from '#modules/directory/index.ts';
import { errorOf, type FieldError, formatWeekday, NumberInput, Section, TextInput, valueOf } from '#ui/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import type { Plan } from '../../rules/plan.ts';
import { fromSpans, weekdays } from './plan-form.ts';

export type FieldsProps = { plan: Plan; posted: FormState | undefined; errors: readonly FieldError[]; act: Act };

type NumberName = 'cap' | 'specialCap' | 'partyMax' | 'perPersonDay' | 'walkInPercent' | 'walkInHours' | 'holdMinutes' | 'offerHours';

function Numbers({ names, plan, posted, errors, act: { language } }: FieldsProps & { names: readonly NumberName[] }) {
  const words = deskWords(language).plan;
  return (
    <>
      {names.map((name) => (
        <NumberInput
          key={name}
          name={`plan.${name}`}
          label={words[name]}
          value={valueOf(posted, `plan.${name}`, String(plan[name]))}
          error={errorOf(errors, `plan.${name}`)}
        />
      ))}
    </>
  );
}

export function Limits(props: FieldsProps) {
  const { plan, posted, errors, act } = props;
  const words = deskWords(act.language).plan;
  return (
    <div class="halves">
      <Section title={words.caps}>
        <Numbers {...props} names={['cap', 'specialCap', 'partyMax', 'perPersonDay']} />
        {plan.zones.map(({ zone, name, cap }, index) => (
          <NumberInput
            key={zone}
            name={`zones.${index}`}
            label={`${textIn(name, act.language)} · ${words.personCap}`}
            value={valueOf(posted, `zones.${index}`, String(cap))}
            error={errorOf(errors, `plan.zones.${index}.cap`)}
          />
        ))}
      </Section>
      <Section title={words.walkIn}>
        <Numbers {...props} names={['walkInPercent', 'walkInHours']} />
        <Release {...props} />
        <Numbers {...props} names={['holdMinutes', 'offerHours']} />
        <input type="hidden" name="plan.leadMinutes" value={plan.leadMinutes} />
        <input type="hidden" name="plan.tailMinutes" value={plan.tailMinutes} />
      </Section>
    </div>
  );
}

/** When the places of a day open, and how much earlier for whoever has priority. */
function Release({ plan: { release }, posted, errors, act: { language } }: FieldsProps) {
  const words = deskWords(language).plan;
  const field = (name: keyof typeof release) => ({
    name: `plan.release.${name}`,
    value: valueOf(posted, `plan.release.${name}`, String(release[name])),
    error: errorOf(errors, `plan.release.${name}`),
  });
  return (
    <>
      <NumberInput label={`${words.release} · ${words.daysAhead}`} {...field('daysAhead')} />
      <TextInput label={`${words.release} · ${words.releaseAt}`} width="tiny" {...field('at')} />
      <NumberInput label={words.priorityMinutes} {...field('priorityMinutes')} />
    </>
  );
}

/** How long each kind of matter takes, and when the place is open. */
export function Services({ plan, posted, errors, act: { language }, directory }: FieldsProps & { directory: Directory }) {
  const words = deskWords(language).plan;
  const groupName = (code: string) => textIn(plan.groups.find(({ group }) => group === code)?.name, language);
  const unitName = (code: string) => textIn(directory.unitByCode.get(code)?.name, language) || code;
  const aMonday = '2024-01-01';
  return (
    <div class="halves">
      <Section title={words.services}>
        {plan.services.map(({ group, cells, units, items }, index) => (
          <NumberInput
            key={index}
            name={`cells.${index}`}
            label={words.cells(
              groupName(group),
              [...(units ?? []).map(unitName), ...(items ?? [])].join(language.startsWith('zh') ? '、' : ', ') || words.restOf,
            )}
            value={valueOf(posted, `cells.${index}`, String(cells))}
            error={errorOf(errors, `plan.services.${index}.cells`)}
          />
        ))}
      </Section>
      <Section title={words.hours}>
        <p class="hint">{words.hoursHint}</p>
        {weekdays.map((day, index) => (
          <TextInput
            key={day}
            name={`hours.${day}`}
            label={formatWeekday(`${aMonday.slice(0, -1)}${index + 1}`, language)}
            value={valueOf(posted, `hours.${day}`, fromSpans(plan.hours?.[day]))}
            error={errors.some(({ name }) => name.startsWith(`plan.hours.${day}`)) ? words.wrongHours : undefined}
          />
        ))}
      </Section>
    </div>
  );
}
