import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { moduleOrder } from './module-order.ts';
import { checkWalls, rules } from './walls.ts';

const fixture = (name: string) => fileURLToPath(new URL(`walls-fixtures/${name}`, import.meta.url));

test('every rule has a fixture', () => {
  expect(readdirSync(fixture('.')).sort()).toEqual([...Object.keys(rules), 'clean'].sort());
});

test.each(Object.keys(rules))('the fixture of %s breaks that rule once and no other', (rule) => {
  expect(checkWalls(fixture(rule)).map((violation) => violation.rule)).toEqual([rule]);
});

test('a tree that keeps all rules is left alone', () => {
  expect(checkWalls(fixture('clean'))).toEqual([]);
});

test('the order is that of the array, not of the imports', () => {
  const source =
    "import { a } from '#modules/one/index.ts'; import { b } from '#modules/two/index.ts'; export const modules: readonly Module[] = [b, a];";
  expect(moduleOrder(['one', 'two'], source)).toEqual(['two', 'one']);
});
