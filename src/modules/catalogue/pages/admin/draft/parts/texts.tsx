import { Line, RowsOf, Small, Texts, Ticks } from '../kit.tsx';
import { optionsOf, put, type Section } from '../part.ts';
import { at, listOf, many, namesOf, number, partOf, rowsIn, some, texts, written } from '../read.ts';

/** The guide's own texts, who may apply, and the law behind it. */
export const guide: Section = {
  Fields: ({ item, words: { fields, hints } }) => (
    <>
      {(['lead', 'before', 'after', 'special'] as const).map((key) => (
        <Texts key={key} name={`guide.${key}`} label={fields[key]} value={at(item, 'guide', key)} long />
      ))}
      <RowsOf name="conditions" label={fields.conditions} hint={hints.conditions} rows={listOf(item['conditions'])}>
        {(row, name) =>
          (['text', 'ask', 'otherwise'] as const).map((key) => (
            <Texts key={key} name={`${name}.${key}`} label={fields[`conditions.${key}`]} value={row[key]} />
          ))
        }
      </RowsOf>
      <RowsOf name="basis" label={fields.basis} rows={listOf(item['basis'])}>
        {(row, name) => (
          <Line>
            {(['law', 'number', 'article', 'text'] as const).map((key) => (
              <Small key={key} name={`${name}.${key}`} label={fields[`basis.${key}`]} value={row[key]} />
            ))}
          </Line>
        )}
      </RowsOf>
    </>
  ),
  read: (fields) => {
    const { lead, before, after, special } = partOf(fields['guide']);
    const conditions = rowsIn(fields['conditions']).map(({ text, ask, otherwise }) =>
      some({ text: texts(text), ask: texts(ask), otherwise: texts(otherwise) }),
    );
    const basis = rowsIn(fields['basis']).map(({ law, number: no, article, text }) =>
      some({ law: written(law), number: written(no), article: written(article), text: written(text) }),
    );
    return [
      put('guide', some({ lead: texts(lead), before: texts(before), after: texts(after), special: texts(special) })),
      put('conditions', many(conditions.filter(Boolean))),
      put('basis', many(basis.filter(Boolean))),
    ];
  },
};

export const faq: Section = {
  Fields: ({ item, words: { fields } }) => (
    <RowsOf name="faq" label={fields.faq} rows={listOf(item['faq'])}>
      {(row, name) => (
        <>
          <Texts name={`${name}.ask`} label={fields['faq.ask']} value={row['ask']} />
          <Texts name={`${name}.answer`} label={fields['faq.answer']} value={row['answer']} long />
        </>
      )}
    </RowsOf>
  ),
  read: (fields) => {
    const rows = rowsIn(fields['faq']).map(({ ask, answer }) => some({ ask: texts(ask), answer: texts(answer) }));
    return [put('faq', many(rows.filter(Boolean)))];
  },
};

/** What one gets, and whom to ask. */
export const result: Section = {
  Fields: ({ item, words: { fields, values, hints } }) => (
    <>
      <Texts name="result.name" label={fields['result.name']} value={at(item, 'result', 'name')} />
      <Line>
        <Small name="result.document" label={fields['result.document']} value={at(item, 'result', 'document')} hint={hints.code} />
        <Small name="result.credential" label={fields['result.credential']} value={at(item, 'result', 'credential')} hint={hints.code} />
      </Line>
      <fieldset class="field">
        <legend>{fields.validFor}</legend>
        <Line>
          {(['years', 'months', 'days'] as const).map((key) => (
            <Small key={key} name={`result.validFor.${key}`} label={fields[key]} value={at(item, 'result', 'validFor', key)} />
          ))}
        </Line>
      </fieldset>
      <Ticks
        name="result.delivery"
        label={fields.delivery}
        options={optionsOf(values.delivery)}
        values={namesOf(at(item, 'result', 'delivery'))}
      />
      <Texts name="contact.office" label={fields.office} value={at(item, 'contact', 'office')} />
      <Line>
        {(['officer', 'phone', 'supervision'] as const).map((key) => (
          <Small key={key} name={`contact.${key}`} label={fields[key]} value={at(item, 'contact', key)} />
        ))}
      </Line>
      <Texts name="contact.place" label={fields['contact.place']} value={at(item, 'contact', 'place')} />
    </>
  ),
  read: (fields) => {
    const { name, document, credential, validFor, delivery } = partOf(fields['result']);
    const { office, officer, phone, supervision, place } = partOf(fields['contact']);
    const valid = partOf(validFor);
    const given = some({
      name: texts(name),
      document: written(document),
      credential: written(credential),
      validFor: some({ years: number(valid['years']), months: number(valid['months']), days: number(valid['days']) }),
      delivery: namesOf(delivery),
    });
    return [
      put('result', given),
      put(
        'contact',
        some({
          office: texts(office),
          officer: written(officer),
          phone: written(phone),
          supervision: written(supervision),
          place: texts(place),
        }),
      ),
    ];
  },
};
