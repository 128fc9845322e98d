import { languages, textIn } from '#kernel/locale.ts';
import { fieldId, languageNames } from '#ui/index.ts';
import { portalWords } from '../../../../locales/portal/index.ts';
import { themes } from '../../../../vocabulary.ts';
import { Line, Small, Texts, Ticks } from '../kit.tsx';
import { type FieldProps, optionsOf, put, type Section } from '../part.ts';
import { many, namesOf, type Part, partOf, sayings, some, texts, textOf, written } from '../read.ts';

/** What it is called, who does it and who it is for. */
export const basics: Section = {
  Fields: ({ item, language, words, places }) => {
    const { fields, values } = words;
    const { person, organisation } = themes();
    const known = [...person, ...organisation].map(({ theme, name }) => ({ value: theme, label: textIn(name, language) }));
    return (
      <>
        <Texts name="name" label={fields.name} value={item['name']} />
        <EverydayWords item={item} words={words} />
        <Line>
          <Small
            name="jurisdiction"
            label={fields.jurisdiction}
            value={item['jurisdiction']}
            options={optionsOf(values.jurisdiction)}
            none="—"
          />
          <Small name="kind" label={fields.kind} value={item['kind']} options={optionsOf(portalWords(language).kinds)} none="—" />
          <Small name="level" label={fields.level} value={item['level']} options={optionsOf(values.level)} none="—" />
        </Line>
        <Small name="unit" label={fields.unit} value={item['unit']} options={unitOptions(places, language)} none="—" />
        <Ticks name="audience" label={fields.audience} options={optionsOf(values.audience)} values={namesOf(item['audience'])} />
        <Ticks name="themes" label={fields.themes} options={known} values={namesOf(item['themes'])} />
        <Ticks name="scopes" label={fields.scopes} options={optionsOf(values.scopes)} values={namesOf(item['scopes'])} />
      </>
    );
  },
  read: (fields) => [
    put('name', texts(fields['name']) ?? {}),
    put('words', some(Object.fromEntries(languages.map((language) => [language, sayings(partOf(fields['words'])[language])])))),
    ...['jurisdiction', 'kind', 'level', 'unit'].map((key) => put(key, written(fields[key]))),
    put('audience', namesOf(fields['audience'])),
    put('themes', many(namesOf(fields['themes']))),
    put('scopes', many(namesOf(fields['scopes']))),
  ],
};

export function unitOptions({ units }: FieldProps['places'], language: FieldProps['language']) {
  return units.map(({ code, name }) => ({ value: code, label: `${textIn(name, language)} · ${code}` }));
}

function EverydayWords({ item, words }: { item: Part; words: FieldProps['words'] }) {
  const given = partOf(item['words']);
  return (
    <fieldset class="field" id={fieldId('words')}>
      <legend>{words.fields.words}</legend>
      <div class="hint">{words.hints.words}</div>
      <div class="texts">
        {languages.map((language) => (
          <label key={language} for={fieldId(`words.${language}`)}>
            <small>{languageNames[language].full}</small>
            <textarea class="input" id={fieldId(`words.${language}`)} name={`words.${language}`} lang={language} rows={4}>
              {namesOf(given[language]).map(textOf).join('\n')}
            </textarea>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
