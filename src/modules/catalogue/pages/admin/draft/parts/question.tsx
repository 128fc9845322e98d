import { identityNumberKinds, type QuestionType, questionTypes } from '../../../../item/questions.ts';
import { isKeyFor } from '../../../../rules/check-item/questions.ts';
import { Line, RowsOf, Small, Texts, Tick, Ticks } from '../kit.tsx';
import { type EntryForm, type EntryProps, labelOf, optionsOf, put } from '../part.ts';
import { at, listOf, many, namesOf, number, type Part, partOf, rowsIn, rule, some, texts, textOf, ticked, written } from '../read.ts';
import { Rule } from '../rule.tsx';

const measures = ['min', 'max', 'decimals', 'unit', 'earliest', 'latest'] as const;

/** One question: its words, what an answer looks like, and when it is asked. */
export const questionForm: EntryForm = {
  Fields: (props) => {
    const { own, item, words } = props;
    const { fields, values, hints } = words;
    const earlier = props.inList ? columnsBefore(props) : questionsBefore(item, props.key_);
    return (
      <>
        <Texts name="ask" label={fields.ask} value={own['ask']} />
        <Line>
          <Small name="type" label={fields.type} value={own['type']} options={optionsOf(values.types)} />
          {!props.inList && <Small name="section" label={fields.section} value={own['section']} options={sectionsOf(props)} none="—" />}
        </Line>
        <p class="hint small">{hints.type}</p>
        <Tick name="optional" label={fields.optional} on={own['optional'] === true} />
        <Measures {...props} />
        {isKeyFor('choices', typeOf(own)) && <Choices {...props} />}
        {isKeyFor('accepts', typeOf(own)) && (
          <Ticks
            name="accepts"
            label={fields.accepts}
            options={identityNumberKinds.map((value) => ({ value, label: values.identityNumbers[value] }))}
            values={namesOf(own['accepts'])}
          />
        )}
        <Rule
          name="showIf"
          label={fields.showIf}
          hint={hints.showIf}
          condition={own['showIf']}
          questions={earlier}
          documents={listOf(item['documents'])}
        />
        <Texts name="why" label={fields.why} value={own['why']} />
        <Texts name="hint" label={fields.hint} value={own['hint']} />
        <Prefill {...props} />
      </>
    );
  },
  read: (fields, path) => {
    const type = (written(fields['type']) ?? 'text') as QuestionType;
    const only = (key: string, value: unknown) => put(`${path}.${key}`, isKeyFor(key, type) ? value : undefined);
    return [
      ...(['ask', 'why', 'hint'] as const).map((key) => put(`${path}.${key}`, texts(fields[key]))),
      put(`${path}.type`, type),
      ...('section' in fields ? [put(`${path}.section`, written(fields['section']))] : []),
      put(`${path}.optional`, ticked(fields['optional'])),
      ...measures.map((key) =>
        only(key, key === 'unit' || key === 'earliest' || key === 'latest' ? written(fields[key]) : number(fields[key])),
      ),
      ...('choices' in fields ? [only('choices', many(choicesIn(fields['choices'])))] : []),
      only('accepts', many(namesOf(fields['accepts']))),
      put(`${path}.showIf`, rule(fields['showIf'])),
      put(`${path}.prefill`, prefillIn(partOf(fields['prefill']))),
    ];
  },
};

function typeOf(own: Part): QuestionType {
  return questionTypes.find((type) => type === own['type']) ?? 'text';
}

function questionsBefore(item: Part, key: string): readonly Part[] {
  const questions = listOf(item['questions']);
  return questions.slice(
    0,
    Math.max(
      0,
      questions.findIndex((question) => question['key'] === key),
    ),
  );
}

function columnsBefore({ item, key_, inList }: EntryProps): readonly Part[] {
  const list = listOf(item['questions']).find((question) => question['key'] === inList);
  const columns = listOf(list?.['of']);
  return columns.slice(
    0,
    Math.max(
      0,
      columns.findIndex((column) => column['key'] === key_),
    ),
  );
}

function sectionsOf({ item, language }: EntryProps) {
  return listOf(item['sections']).map(({ key, name }) => ({ value: textOf(key), label: textOf(partOf(name)[language]) || textOf(key) }));
}

function Measures({ own, words }: EntryProps) {
  const shown = measures.filter((key) => isKeyFor(key, typeOf(own)));
  if (shown.length === 0) return null;
  const hints: Readonly<Record<string, string>> = { earliest: words.hints.day, latest: words.hints.day };
  return (
    <Line>
      {shown.map((key) => (
        <Small
          key={key}
          name={key}
          label={labelOf(words, 'questions', key)}
          value={own[key]}
          {...(hints[key] ? { hint: hints[key] } : {})}
        />
      ))}
    </Line>
  );
}

function Choices({ own, words: { fields, hints } }: EntryProps) {
  return (
    <RowsOf name="choices" label={fields.choices} hint={hints.choices} rows={listOf(own['choices'])} blank={2}>
      {(row, name) => (
        <>
          <Texts name={`${name}.name`} label={fields['choices.name']} value={row['name']} />
          <details>
            <summary>{fields.hint}</summary>
            <Texts name={`${name}.hint`} label={fields.hint} value={row['hint']} />
            <Small name={`${name}.key`} label={fields.key} value={row['key']} hint={hints.code} />
          </details>
        </>
      )}
    </RowsOf>
  );
}

/** A choice without a code is given one: from its English words, else by its place among the codes not used yet. */
function choicesIn(value: unknown): Part[] {
  const rows = rowsIn(value).flatMap(({ key, name, hint }) => {
    const said = texts(name);
    return said || written(key) ? [{ key: written(key), name: said ?? {}, hint: texts(hint) }] : [];
  });
  const used = new Set(rows.map(({ key }) => key));
  return rows.map(({ key, name, hint }) => some({ key: key ?? freeCode(textOf(partOf(name)['en']), used), name, hint }) as Part);
}

function freeCode(english: string, used: Set<string | undefined>): string {
  const plain =
    english
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'choice';
  let code = plain;
  for (let count = 2; used.has(code); count += 1) code = `${plain}-${count}`;
  used.add(code);
  return code;
}

function Prefill({ own, words: { fields, values, hints } }: EntryProps) {
  const from = (['profile', 'credential', 'register'] as const).find((key) => at(own, 'prefill', key) !== undefined);
  return (
    <fieldset class="field">
      <legend>{fields.prefill}</legend>
      <div class="hint">
        {hints.prefill} {hints.prefillCode}
      </div>
      <Line>
        <Small name="prefill.from" label={fields['prefill.from']} value={from} options={optionsOf(values.prefill)} none="—" />
        <Small name="prefill.code" label={fields['prefill.code']} value={from && at(own, 'prefill', from)} />
        <Small name="prefill.field" label={fields['prefill.field']} value={at(own, 'prefill', 'field')} />
      </Line>
    </fieldset>
  );
}

function prefillIn({ from, code, field }: Part): Part | undefined {
  const kind = written(from);
  if (!kind) return undefined;
  return some({ [kind]: written(code), field: kind === 'profile' ? undefined : written(field) });
}
