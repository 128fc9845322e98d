import { expect, test } from 'vitest';
import { Item } from './item.ts';

type Schema = {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: unknown;
};

test('every key of an item is explained in its schema', () => {
  expect(unexplained(Item as unknown as Schema, 'item')).toEqual([]);
});

test('no object of an item lets a misspelt key pass', () => {
  expect(open(Item as unknown as Schema, 'item')).toEqual([]);
});

function unexplained(schema: Schema, path: string): string[] {
  return [...(schema.description ? [] : [path]), ...parts(schema, path).flatMap(([part, name]) => unexplained(part, name))].filter(
    (name) => !/\[\]$|\|\d$/.test(name),
  );
}

function open(schema: Schema, path: string): string[] {
  const lax = schema.properties && Object.keys(schema.properties).length > 0 && schema.additionalProperties !== false;
  return [...(lax ? [path] : []), ...parts(schema, path).flatMap(([part, name]) => open(part, name))];
}

function parts({ properties = {}, items, anyOf = [] }: Schema, path: string): [Schema, string][] {
  const named = Object.entries(properties).map(([key, part]): [Schema, string] => [part, `${path}.${key}`]);
  return [
    ...named,
    ...(items ? [[items, `${path}[]`] as [Schema, string]] : []),
    ...anyOf.map((part, index): [Schema, string] => [part, `${path}|${index}`]),
  ];
}
