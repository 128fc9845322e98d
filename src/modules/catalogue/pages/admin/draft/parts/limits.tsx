import { knownPauses } from '../../../../item.ts';
import { guideWords } from '../../../../locales/guide/index.ts';
import { Line, RowsOf, Small, Texts, Tick } from '../kit.tsx';
import { type FieldProps, optionsOf, put, type Section } from '../part.ts';
import { at, many, number, type Part, partOf, rowsIn, some, textOf, texts, ticked, written } from '../read.ts';

/** How long it takes, how often one comes and what it costs. */
export const limits: Section = {
  Fields: (props) => {
    const { item, words } = props;
    const { fields, values } = words;
    return (
      <>
        <Limit {...props} name="limits.statutory" label={fields.statutory} />
        <Limit {...props} name="limits.promised" label={fields.promised} hint={words.hints.promised} />
        <fieldset class="field">
          <legend>{fields.extension}</legend>
          <Line>
            <Small name="limits.extension.days" label={fields.days} value={at(item, 'limits', 'extension', 'days')} />
            <Small name="limits.extension.times" label={fields.times} value={at(item, 'limits', 'extension', 'times')} />
            <Small
              name="limits.extension.approvedBy"
              label={fields.approvedBy}
              value={at(item, 'limits', 'extension', 'approvedBy')}
              options={optionsOf(values.approvedBy)}
              none="—"
            />
          </Line>
        </fieldset>
        <Pauses {...props} />
        <Small
          name="limits.whenPassed"
          label={fields.whenPassed}
          value={at(item, 'limits', 'whenPassed')}
          options={optionsOf(values.whenPassed)}
          none={words.nothing}
        />
        <Line>
          <Small name="visits.count" label={fields.visits} value={at(item, 'visits', 'count')} />
        </Line>
        <Texts name="visits.why" label={fields['visits.why']} value={at(item, 'visits', 'why')} />
        <Line>
          <Small name="fee.amount" label={fields.fee} value={at(item, 'fee', 'amount')} hint={words.hints.fee} />
          <Small
            name="fee.currency"
            label={fields.currency}
            value={at(item, 'fee', 'currency')}
            options={optionsOf(values.currency)}
            none="—"
          />
        </Line>
        <Texts name="fee.note" label={fields['fee.note']} value={at(item, 'fee', 'note')} />
      </>
    );
  },
  read: (fields) => {
    const { statutory, promised, extension, pauses, named, whenPassed } = partOf(fields['limits']);
    return [
      put('limits.statutory', limitIn(statutory)),
      put('limits.promised', limitIn(promised)),
      put('limits.extension', extensionIn(partOf(extension))),
      put('limits.notCounted', many([...pausesIn(partOf(pauses)), ...namedIn(named)])),
      put('limits.whenPassed', written(whenPassed)),
      put('visits', some({ count: number(at(fields, 'visits', 'count')), why: texts(at(fields, 'visits', 'why')) })),
      put('fee.amount', number(at(fields, 'fee', 'amount'))),
      put('fee.currency', written(at(fields, 'fee', 'currency'))),
      put('fee.note', texts(at(fields, 'fee', 'note'))),
    ];
  },
};

export function limitIn(value: unknown): Part | undefined {
  const { days, unit } = partOf(value);
  const count = number(days);
  return count === undefined ? undefined : { days: count, unit: written(unit) ?? 'workday' };
}

type LimitProps = FieldProps & { name: string; label: string; hint?: string };

/** Days and what kind of days; without a number there is no limit. */
export function Limit({ name, label, hint, item, words }: LimitProps) {
  const given = at(item, ...name.split('.'));
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {hint && <div class="hint">{hint}</div>}
      <Line>
        <Small name={`${name}.days`} label={words.fields.days} value={at(given, 'days')} />
        <Small
          name={`${name}.unit`}
          label={words.fields['limit.unit']}
          value={at(given, 'unit')}
          options={optionsOf(words.values.dayUnit)}
        />
      </Line>
    </fieldset>
  );
}

function extensionIn({ days, times, approvedBy }: Part): Part | undefined {
  const count = number(days);
  return count === undefined ? undefined : { days: count, times: number(times) ?? 1, approvedBy: written(approvedBy) ?? 'head' };
}

/** What the law does not count: ticked from the known ones, with their usual length where it is known, and the item's own. */
function Pauses({ item, language, words }: FieldProps) {
  const given = Array.isArray(at(item, 'limits', 'notCounted')) ? (at(item, 'limits', 'notCounted') as unknown[]) : [];
  const names: Readonly<Record<string, string>> = guideWords(language).pauses;
  const keyOf = (pause: unknown) => textOf(pause) || textOf(partOf(pause)['key']);
  const own = given.map(partOf).filter(({ name }) => name !== undefined);
  return (
    <>
      <fieldset class="field">
        <legend>{words.fields.notCounted}</legend>
        <div class="hint">{words.hints.notCounted}</div>
        <ul class="ticks">
          {chosenFirst(given.map(keyOf)).map((key) => {
            const found = given.find((pause) => keyOf(pause) === key && partOf(pause)['name'] === undefined);
            return (
              <li key={key} class="tick-days">
                <Tick name={`limits.pauses.${key}.on`} label={names[key]} on={found !== undefined} />
                <input
                  class="input tiny"
                  name={`limits.pauses.${key}.days`}
                  aria-label={words.usualDays(names[key] ?? key)}
                  inputmode="numeric"
                  value={textOf(partOf(found)['days'])}
                />
              </li>
            );
          })}
        </ul>
      </fieldset>
      <RowsOf name="limits.named" label={words.ownPauses} rows={own}>
        {(row, name) => (
          <>
            <Small name={`${name}.key`} label={words.fields.key} value={row['key']} hint={words.hints.code} />
            <Texts name={`${name}.name`} label={words.fields.name} value={row['name']} />
          </>
        )}
      </RowsOf>
    </>
  );
}

function chosenFirst(chosen: readonly string[]): readonly (typeof knownPauses)[number][] {
  const placeOf = (key: string) => (chosen.includes(key) ? chosen.indexOf(key) : chosen.length + 1);
  return [...knownPauses].sort((a, b) => placeOf(a) - placeOf(b));
}

function pausesIn(pauses: Part): unknown[] {
  return Object.entries(pauses).flatMap(([key, pause]) => {
    const { on, days } = partOf(pause);
    const count = number(days);
    if (!ticked(on)) return [];
    return [count === undefined ? key : { key, days: count }];
  });
}

function namedIn(rows: unknown): Part[] {
  return rowsIn(rows).flatMap(({ key, name }) => (written(key) ? [{ key: written(key), name: texts(name) ?? {} }] : []));
}
