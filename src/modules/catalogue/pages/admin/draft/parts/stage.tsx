import { textIn } from '#kernel/locale.ts';
import { guideWords } from '../../../../locales/guide/index.ts';
import { Line, Small, Texts, Tick, Ticks } from '../kit.tsx';
import { type EntryForm, type EntryProps, type FieldProps, optionsOf, put } from '../part.ts';
import { listOf, many, namesOf, number, type Part, rule, texts, textOf, ticked, written } from '../read.ts';
import { Rule } from '../rule.tsx';

/** One piece of work: who does it, how long it may take, and when it is done at all. */
export const stageForm: EntryForm = {
  Fields: (props) => {
    const { own, item, language, words, key_ } = props;
    const { fields, values, hints } = words;
    const others = lanesOf(item).filter(({ key }) => key !== key_);
    return (
      <>
        <Texts name="name" label={fields['stages.name']} value={own['name']} hint={hints.stageName} />
        <Line>
          <Small name="unit" label={fields['stages.unit']} value={own['unit']} options={holders(props)} />
          <Small name="limit" label={fields['stages.limit']} value={own['limit']} hint={hints.stageLimit} />
          <Small name="by" label={fields.by} value={own['by']} options={optionsOf(guideWords(language).by)} none={words.noSurvey} />
          <Small name="officers" label={fields.officers} value={own['officers']} />
        </Line>
        <Line>
          <Tick name="signs" label={fields.signs} on={own['signs'] === true} />
          <Tick name="asks" label={fields.asks} on={own['asks'] === 'opinion'} />
          <Small name="late" label={fields.late} value={own['late']} options={optionsOf(values.late)} none="—" />
        </Line>
        <Ticks
          name="notBy"
          label={fields.notBy}
          options={others.map((lane) => ({ value: textOf(lane['key']), label: stageName(lane, language) }))}
          values={namesOf(own['notBy'])}
        />
        <Rule
          name="onlyIf"
          label={fields.onlyIf}
          condition={own['onlyIf']}
          questions={listOf(item['questions'])}
          documents={listOf(item['documents'])}
        />
      </>
    );
  },
  read: (fields, path) => [
    put(`${path}.name`, texts(fields['name'])),
    put(`${path}.unit`, written(fields['unit'])),
    put(`${path}.limit`, number(fields['limit'])),
    put(`${path}.by`, written(fields['by'])),
    put(`${path}.officers`, number(fields['officers'])),
    put(`${path}.signs`, ticked(fields['signs'])),
    put(`${path}.asks`, ticked(fields['asks']) && 'opinion'),
    put(`${path}.late`, written(fields['late'])),
    put(`${path}.notBy`, many(namesOf(fields['notBy']))),
    put(`${path}.onlyIf`, rule(fields['onlyIf'])),
  ],
};

/** Every stage, those that run side by side too. */
export function lanesOf(item: Part): readonly Part[] {
  return listOf(item['stages']).flatMap((stage) => (Array.isArray(stage['of']) ? listOf(stage['of']) : [stage]));
}

export function stageName({ key, name }: Part, language: FieldProps['language']): string {
  return textIn(name as never, language) || (guideWords(language).stages[textOf(key)] ?? textOf(key));
}

function holders({ places, language, words, item }: EntryProps) {
  const units = places.units.filter(({ code }) => code !== item['unit']);
  return [
    { value: 'window', label: words.holders.window },
    { value: 'self', label: words.holders.self },
    { value: 'self/head', label: words.holders.head },
    ...units.map(({ code, name }) => ({ value: code, label: textIn(name, language) })),
    ...units.map(({ code, name }) => ({ value: `${code}/head`, label: words.holders.headOf(textIn(name, language)) })),
  ];
}
