import { type Static, Type } from 'typebox';
import { readJson } from '#adapters/text-file.ts';
import { problemsOf } from '#kernel/parse.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import { jurisdictions } from '../../item.ts';
import { type Field, tableFields } from './columns.ts';

const column = Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Integer({ minimum: 1, maximum: 200 })], {
  description: 'The header, a letter (C) or a number (3)',
});
const cells = Type.Optional(Type.Union([column, Type.Array(column, { maxItems: 10 })]));
const columns = Type.Object(Object.fromEntries(tableFields.map((field) => [field, cells])) as Record<Field, typeof cells>, {
  additionalProperties: false,
});

/** What a person knows about a table and its headers do not say. */
export const Mapping = Type.Object(
  {
    columns: Type.Optional(columns),
    sheet: Type.Optional(Type.String({ maxLength: 100 })),
    headerRow: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: '0: there is none' })),
    jurisdiction: Type.Optional(Type.Enum(jurisdictions)),
    region: Type.Optional(Type.String({ maxLength: 20 })),
    unit: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9/-]{0,119}$', description: 'The unit here that takes the items over' })),
    from: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'The system the table comes from' })),
  },
  { additionalProperties: false },
);
export type Mapping = Static<typeof Mapping>;

/** As JSON text or as an object; `{ "name": "事项" }` alone is short for its columns. */
export function readMapping(given: unknown): Mapping | undefined | Refusal<'wrong_mapping'> {
  if (given === undefined || given === '') return undefined;
  const value = typeof given === 'string' ? readJson(given)?.value : given;
  if (typeof value !== 'object' || value === null) return refuse('wrong_mapping', { problems: [{ path: '', code: 'wrong_format' }] });
  const mapping = Object.keys(value).some((key) => !(key in Mapping.properties)) && !('columns' in value) ? { columns: value } : value;
  const problems = problemsOf(Mapping, mapping);
  return problems.length > 0 ? refuse('wrong_mapping', { problems: problems.slice(0, 10) }) : mapping;
}
