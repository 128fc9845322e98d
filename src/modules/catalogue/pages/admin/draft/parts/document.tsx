import { textIn } from '#kernel/locale.ts';
import { knownDefects } from '../../../../item.ts';
import { Line, RowsOf, Small, Texts, Ticks } from '../kit.tsx';
import { type EntryForm, type EntryProps, optionsOf, put } from '../part.ts';
import { at, listOf, many, namesOf, number, type Part, partOf, rowsIn, rule, some, texts, textOf, written } from '../read.ts';
import { Rule } from '../rule.tsx';

/** One paper: what it is, the ways it can come, and when it is not needed or may follow. */
export const documentForm: EntryForm = {
  Fields: (props) => {
    const { own, item, language, words } = props;
    const { fields, values, hints } = words;
    const lists = listOf(item['questions']).filter(({ type }) => type === 'list');
    return (
      <>
        <Texts name="name" label={fields.name} value={own['name']} />
        <Texts name="note" label={fields['documents.note']} value={own['note']} />
        <Texts name="issuedBy" label={fields.issuedBy} value={own['issuedBy']} />
        <Line>
          <Small name="necessity" label={fields.necessity} value={own['necessity']} options={optionsOf(values.necessity)} />
          <Small name="form" label={fields.form} value={own['form']} options={optionsOf(values.forms)} none="—" />
          <Small
            name="each"
            label={fields.each}
            value={own['each']}
            options={lists.map(({ key, ask }) => ({ value: textOf(key), label: textIn(ask as never, language) || textOf(key) }))}
            none={words.onlyOne}
          />
        </Line>
        <Sources {...props} />
        <fieldset class="field" id="f-owed">
          <legend>{fields.owed}</legend>
          <div class="hint">{hints.owed}</div>
          <Line>
            <Small name="owed.days" label={fields.days} value={at(own, 'owed', 'days')} />
            <Small name="owed.unit" label={fields['limit.unit']} value={at(own, 'owed', 'unit')} options={optionsOf(values.dayUnit)} />
            <Small name="owed.blocks" label={fields.blocks} value={at(own, 'owed', 'blocks')} options={optionsOf(values.blocks)} />
            <Small name="owed.ifNot" label={fields.ifNot} value={at(own, 'owed', 'ifNot')} options={optionsOf(values.ifNot)} />
          </Line>
        </fieldset>
        <fieldset class="field" id="f-commitment">
          <legend>{fields.commitment}</legend>
          <div class="hint">{hints.commitment}</div>
          <Small name="commitment.verifyDays" label={fields.verifyDays} value={at(own, 'commitment', 'verifyDays')} />
          <Texts name="commitment.text" label={fields['commitment.text']} value={at(own, 'commitment', 'text')} />
        </fieldset>
        <Rule
          name="skipIf"
          label={fields.skipIf}
          condition={own['skipIf']}
          questions={listOf(item['questions'])}
          documents={listOf(item['documents']).filter(({ key }) => key !== own['key'])}
        />
        <Defects {...props} />
      </>
    );
  },
  read: (fields, path) => [
    put(`${path}.name`, texts(fields['name']) ?? {}),
    ...(['note', 'issuedBy'] as const).map((key) => put(`${path}.${key}`, texts(fields[key]))),
    ...(['necessity', 'form', 'each'] as const).map((key) => put(`${path}.${key}`, written(fields[key]))),
    put(`${path}.from`, sourcesIn(fields['from'])),
    put(`${path}.owed`, owedIn(partOf(fields['owed']))),
    put(`${path}.commitment`, commitmentIn(partOf(fields['commitment']))),
    put(`${path}.skipIf`, rule(fields['skipIf'])),
    put(`${path}.defects`, many([...namesOf(fields['defects']), ...defectsIn(fields['named'])])),
  ],
};

const ways = ['credential', 'register', 'upload'] as const;

function Sources({ own, words: { fields, values, hints } }: EntryProps) {
  return (
    <RowsOf name="from" label={fields.from} hint={hints.from} rows={listOf(own['from'])}>
      {(row, name) => {
        const way = ways.find((one) => row[one] !== undefined);
        const upload = partOf(row['upload']);
        return (
          <Line>
            <Small name={`${name}.way`} label={fields['from.way']} value={way} options={optionsOf(values.ways)} none="—" />
            <Small name={`${name}.code`} label={fields['from.code']} value={way !== 'upload' && way ? row[way] : ''} />
            <Small name={`${name}.max`} label={fields['upload.max']} value={upload['max']} />
            <Small name={`${name}.sample`} label={fields['upload.sample']} value={upload['sample']} />
            <Small name={`${name}.template`} label={fields['upload.template']} value={upload['template']} />
          </Line>
        );
      }}
    </RowsOf>
  );
}

function sourcesIn(value: unknown): Part[] {
  return rowsIn(value).flatMap(({ way, code, max, sample, template }): Part[] => {
    if (way === 'upload') return [{ upload: some({ max: number(max) ?? 1, sample: written(sample), template: written(template) }) }];
    return way === 'credential' || way === 'register' ? [{ [way]: written(code) ?? '' }] : [];
  });
}

function owedIn({ days, unit, blocks, ifNot }: Part): Part | undefined {
  const count = number(days);
  if (count === undefined) return undefined;
  return { days: count, unit: written(unit) ?? 'workday', blocks: written(blocks) ?? 'decision', ifNot: written(ifNot) ?? 'remind' };
}

function commitmentIn({ verifyDays, text }: Part): Part | undefined {
  const days = number(verifyDays);
  return days === undefined ? undefined : some({ verifyDays: days, text: texts(text) });
}

function Defects({ own, words: { fields, values, hints, ...words } }: EntryProps) {
  const given = Array.isArray(own['defects']) ? (own['defects'] as unknown[]) : [];
  return (
    <>
      <Ticks
        name="defects"
        label={fields.defects}
        options={knownDefects.map((value) => ({ value, label: values.defects[value] }))}
        values={namesOf(given)}
      />
      <RowsOf name="named" label={words.ownDefects} rows={given.map(partOf).filter(({ key }) => key !== undefined)}>
        {(row, name) => (
          <>
            <Small name={`${name}.key`} label={fields.key} value={row['key']} hint={hints.code} />
            <Texts name={`${name}.name`} label={fields.name} value={row['name']} />
          </>
        )}
      </RowsOf>
    </>
  );
}

function defectsIn(value: unknown): Part[] {
  return rowsIn(value).flatMap(({ key, name }) => (written(key) ? [{ key: written(key), name: texts(name) ?? {} }] : []));
}
