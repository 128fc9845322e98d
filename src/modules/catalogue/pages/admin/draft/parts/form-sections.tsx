import { RowsOf, Small, Texts } from '../kit.tsx';
import { put, type Section } from '../part.ts';
import { listOf, many, rowsIn, some, texts, written } from '../read.ts';
import { namesOf } from '../read.ts';

/** The groups that questions stand in, in the order of the applicant's task list. */
export const formSections: Section = {
  Fields: ({ item, words: { fields, hints } }) => (
    <RowsOf name="sections" label={fields.sections} hint={hints.sections} rows={listOf(item['sections'])}>
      {(row, name) => (
        <>
          <Texts name={`${name}.name`} label={fields['sections.name']} value={row['name']} />
          <Small name={`${name}.key`} label={fields.key} value={row['key']} hint={hints.code} />
          {namesOf(row['after']).map((key) => (
            <input key={key} type="hidden" name={`${name}.after`} value={key} />
          ))}
        </>
      )}
    </RowsOf>
  ),
  read: (fields) => {
    const rows = rowsIn(fields['sections']).flatMap(({ key, name, after }) => {
      const said = texts(name);
      return said || written(key) ? [{ key: written(key), name: said ?? {}, after: many(namesOf(after)) }] : [];
    });
    const used = new Set(rows.map(({ key }) => key));
    return [
      put(
        'sections',
        rows.map((row, index) => some({ ...row, key: row.key ?? free(index + 1, used) })),
      ),
    ];
  },
};

function free(from: number, used: ReadonlySet<string | undefined>): string {
  let count = from;
  while (used.has(`section-${count}`)) count += 1;
  return `section-${count}`;
}
