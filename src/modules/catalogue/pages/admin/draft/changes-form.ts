import type { PageRequest } from '#kernel/page.ts';
import { form } from '#kernel/page.ts';
import { textOf, unflatten } from '#kernel/parse.ts';
import * as contract from '../../../contract.ts';
import type { Change } from '../../../rules/change-draft.ts';
import { isEntryList, type PartName } from './place.ts';
import { number, type Part } from './read.ts';
import { formByList, sectionByPart } from './sections.ts';

/** Where the entry that a page is about stands in its item. */
export function entryPath({ params, query }: PageRequest): string {
  const path = `${params['part']}.${params['key']}`;
  return query['column'] ? `${path}.of.${query['column']}` : path;
}

/** What a posted page changes: a section whole, or one entry of a list. */
export function changesIn(fields: Part, request: PageRequest): Change[] {
  const part = request.params['part'] ?? '';
  if (request.params['key'] !== undefined) return isEntryList(part) ? formByList[part].read(fields, entryPath(request)) : [];
  return sectionByPart[part as PartName]?.read(fields) ?? [];
}

/** The same for what came back unkept. */
export function typedChanges(values: Readonly<Record<string, unknown>>, request: PageRequest): Change[] {
  return changesIn(unflatten(values), request);
}

const toChanges = (fields: Part, changes: readonly Change[]) => ({ version: fields['version'], changes });
const stay = (_: unknown, { path, query }: PageRequest) =>
  `${path}?${new URLSearchParams({ ...(query['column'] ? { column: query['column'] } : {}), saved: '1' })}`;

export const saveForm = form(contract.changeDraft, stay, (fields, request) => toChanges(fields, changesIn(fields, request)));

/** The small acts on one entry: move, take out, run beside the step before. */
export const actForm = form(
  contract.changeDraft,
  (_, { path, query }) => (query['column'] ? `${path}?column=${query['column']}` : path),
  (fields) =>
    toChanges(fields, [
      { path: textOf(fields['path']), do: fields['act'] as Change['do'], by: Number(fields['by'] ?? 0), value: number(fields['value']) },
    ]),
);
