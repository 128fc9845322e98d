import type { TSchema } from 'typebox';
import { validatorOf } from '#kernel/parse.ts';

type Shape = {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Shape[];
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  items?: Shape;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  pattern?: string;
  format?: string;
};

const texts = [
  'x',
  '2020-07-30',
  '1',
  '1234',
  '123456',
  'some-name',
  'clerk.of-the-hall',
  'someone@example.org',
  '0600-620 5538',
  'abcdefghij',
  'a'.repeat(64),
];

/** An input that the schema allows; `known` gives values for properties by their names where only a real one leads anywhere. */
export function sampleOf(schema: TSchema, known: Readonly<Record<string, unknown>> = {}): unknown {
  return sample(schema, known);
}

function sample(shape: Shape, known: Readonly<Record<string, unknown>>): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return sample(shape.anyOf[0] as Shape, known);
  if (shape.type === 'object') return sampleObject(shape, known);
  if (shape.type === 'array') return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}, known));
  if (shape.type === 'integer' || shape.type === 'number') return shape.minimum ?? 0;
  if (shape.type === 'boolean') return false;
  if (shape.type === 'string') return sampleText(shape);
  return 'x';
}

function sampleObject({ properties = {}, required = [] }: Shape, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(required.map((key) => [key, key in known ? known[key] : sample(properties[key] as Shape, known)]));
}

function sampleText(shape: Shape): string {
  if (shape.format === 'uuid') return '0198c0de-0000-7000-8000-000000000000';
  if (shape.format === 'date-time') return '2031-07-30T05:00:00Z';
  const found = texts.find((text) => validatorOf(shape as TSchema).Check(text));
  if (!found) throw new Error(`no sample for ${JSON.stringify(shape)}`);
  return found;
}

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

/** What no program of ours sends and somebody will: in the place of any value. */
export const oddities: Readonly<Record<string, unknown>> = {
  nul: 'a\0b',
  'lone surrogate': '\ud800',
  'four bytes': '𠮷𠮷𠮷',
  'right to left': 'שלום \u202e',
  'zero width': '\u200b\ufeff',
  'ten thousand characters': 'x'.repeat(10_000),
  'an empty text': '',
  'a list': [],
  'an object': {},
  nothing: null,
  'a negative number': -1,
  'a huge number': 1e300,
  'more than an int': 2 ** 40,
  'a fraction': 0.5,
  'a day that is none': '2020-02-30',
  'an instant that is none': '2020-02-30T25:61:00Z',
  'a leap second': '2016-12-31T23:59:60Z',
  'year nought': '0000-01-01T00:00:00Z',
  'a nested abyss': deep(1000),
  sql: "'; drop table cases.case_file; --",
  'a percent': '%_\\',
};

/** The input with one of its properties replaced, for every property that the schema names. */
export function* spoilt(
  schema: TSchema,
  input: Readonly<Record<string, unknown>>,
): Generator<{ what: string; input: Record<string, unknown> }> {
  for (const key of Object.keys((schema as Shape).properties ?? {}))
    for (const [what, value] of Object.entries(oddities)) yield { what: `${key}: ${what}`, input: { ...input, [key]: value } };
}
