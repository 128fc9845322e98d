import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { fromForm, problemsOf, unflatten } from './parse.ts';

const schema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 5 }),
    count: Type.Optional(Type.Integer({ minimum: 1 })),
    at: Type.Optional(Type.String({ format: 'date-time' })),
    tags: Type.Optional(Type.Array(Type.String(), { maxItems: 2 })),
    inner: Type.Optional(Type.Object({ ok: Type.Boolean() })),
    any: Type.Optional(Type.Unknown()),
  },
  { additionalProperties: false },
);
const codes = (value: unknown) => problemsOf(schema, value).map(({ path, code }) => `${path} ${code}`);

test.each([
  [{}, ['name required']],
  [{ name: '' }, ['name required']],
  [{ name: 'longer' }, ['name too_long']],
  [{ name: 7 }, ['name wrong_type']],
  [{ name: 'a', count: 0 }, ['count too_small']],
  [{ name: 'a', count: '1' }, ['count wrong_type']],
  [{ name: 'a', tags: ['a', 'b', 'c'] }, ['tags too_many']],
  [{ name: 'a', inner: {} }, ['inner.ok required']],
  [{ name: 'a', more: 1 }, ['more unknown_field']],
  [{ name: 'a\0' }, [' forbidden_character']],
  [{ name: '\ud800' }, [' forbidden_character']],
  [{ name: 'a', any: { 'k\0': 1 } }, [' forbidden_character']],
  [{ name: '𠮷🏛' }, []],
  [{ name: 'a', at: '2020-07-30T12:59:00+07:00' }, []],
  [{ name: 'a', at: '2016-12-31T23:59:60Z' }, ['at wrong_format']],
  [{ name: 'a', at: '0000-01-01T00:00:00Z' }, ['at wrong_format']],
  [[], [' wrong_type']],
  [null, [' wrong_type']],
])('%j has the problems %j', (value, problems) => {
  expect(codes(value)).toEqual(problems);
});

test('an abyss of brackets is refused before anything walks into it', () => {
  const abyss: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(codes({ name: 'a', any: abyss })).toEqual([' invalid']);
  const slope: unknown = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);
  expect(codes({ name: 'a', any: slope })).toEqual([]);
});

test('what a browser posts is read as the schema wants it', () => {
  const posted = { name: 'a', count: '3', tags: 'x', inner: { ok: 'on' }, at: '' };
  expect(fromForm(schema, posted)).toEqual({ name: 'a', count: 3, tags: ['x'], inner: { ok: true } });
  expect(fromForm(schema, { count: 'many' })).toEqual({ count: 'many' });
});

test('dotted names become nested values and never reach a prototype', () => {
  expect(unflatten({ 'a.b.c': 1, 'a.d': 2 })).toEqual({ a: { b: { c: 1 }, d: 2 } });
  unflatten({ '__proto__.polluted': 1, 'constructor.prototype.polluted': 1, 'a.__proto__.polluted': 1 });
  expect({}).not.toHaveProperty('polluted');
});
