import { readJson } from '#adapters/text-file.ts';
import { TextArea } from '#ui/index.ts';
import { put, type Section } from '../part.ts';
import { written } from '../read.ts';

const keys = ['green', 'auto'] as const;

/** What has no fields of its own yet, written out. */
export const expert: Section = {
  Fields: ({ item, words }) => (
    <>
      <p class="hint">{words.hints.expert}</p>
      {keys.map((key) => (
        <TextArea key={key} name={key} label={words.fields[key]} rows={12} value={drawn(item[key])} />
      ))}
    </>
  ),
  read: (fields) =>
    keys.map((key) => {
      const text = written(fields[key]);
      return put(key, text === undefined ? undefined : (readJson(text)?.value ?? text));
    }),
};

function drawn(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
