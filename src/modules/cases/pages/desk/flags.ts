import { unflatten } from '#kernel/parse.ts';
import type { Flag } from '../../contract/types.ts';

/** A ticked place of the correction form with the number its fields carry, so that a problem finds its way back to them. */
export type Ticked = { readonly index: number; readonly flag: Flag };

/** A known defect is posted as `code|words`: the words are in the applicant's language and go along as the note. */
export function flagsIn(fields: Readonly<Record<string, unknown>>): Ticked[] {
  const tree = (fields['flags'] ? fields : unflatten(fields)) as { flags?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  return Object.entries(tree.flags ?? {}).flatMap(([index, one]) => {
    if (one['on'] !== 'true') return [];
    const [code = '', words = ''] = text(one['defect']).split('|');
    const note = [words, text(one['note']).trim()].filter(Boolean).join(' · ');
    return [{ index: Number(index), flag: { path: text(one['path']), ...(code ? { code } : {}), note } }];
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `flags.0.note` of the endpoint's input → `flags.7.note`, the field it was typed in. */
export function fieldOfProblem(path: string, ticked: readonly Ticked[]): string {
  const [, position, rest] = /^flags\.(\d+)\.(\w+)$/.exec(path) ?? [];
  const place = ticked[Number(position)];
  return place && rest ? `flags.${place.index}.${rest}` : path;
}
