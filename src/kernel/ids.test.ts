import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, newDigits, newHumanNumber, newId, newToken, parseHumanNumber } from './ids.ts';

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXY';
const place = fc.integer({ min: 0, max: 11 });
const letter = fc.constantFrom(...alphabet);
const plain = (number: string) => number.replaceAll('-', '');
const withLetter = (number: string, at: number, put: string) => number.slice(0, at) + put + number.slice(at + 1);

test('any single mistyped character of a human number is noticed', () => {
  fc.assert(
    fc.property(place, letter, (at, put) => {
      const number = plain(newHumanNumber('HC'));
      fc.pre(number[at] !== put);
      expect(parseHumanNumber(withLetter(number, at, put))).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('a letter that the numbers do not use is noticed in any place', () => {
  fc.assert(
    fc.property(place, fc.constantFrom('0', '1', 'I', 'O', 'Z'), (at, put) => {
      expect(parseHumanNumber(withLetter(plain(newHumanNumber('HC')), at, put))).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test('any swap of neighbours in a human number is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), (at) => {
      const number = plain(newHumanNumber('HC'));
      const [a, b] = [number[at] as string, number[at + 1] as string];
      fc.pre(a !== b);
      expect(parseHumanNumber(withLetter(withLetter(number, at, b), at + 1, a))).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('a human number is read in lower case, full width and without dashes', () => {
  const number = newHumanNumber('HC');
  const fullWidth = [...number].map((one) => (one === '-' ? '－' : String.fromCodePoint((one.codePointAt(0) as number) + 0xfee0))).join('');
  for (const typed of [number.toLowerCase(), plain(number), ` ${number} `, fullWidth]) expect(parseHumanNumber(typed)).toBe(number);
  for (const typed of ['', 'HC', `${number}2`, '办件']) expect(parseHumanNumber(typed)).toBeUndefined();
});

test('human numbers are evenly spread and do not repeat', () => {
  const numbers = Array.from({ length: 20_000 }, () => newHumanNumber('HC'));
  expect(new Set(numbers).size).toBe(numbers.length);
  const times = Map.groupBy(numbers, (number) => number[5]);
  expect(times.size).toBe(31);
  for (const [, some] of times) expect(some.length).toBeGreaterThan(400);
});

test('ids are of version 7 and lie in the order of their making, to the millisecond', async () => {
  const first = newId();
  await new Promise((resolve) => setTimeout(resolve, 2));
  const later = Array.from({ length: 1000 }, newId);
  expect(new Set(later).size).toBe(1000);
  for (const id of later) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id > first).toBe(true);
  }
});

test('codes have their digits, tokens their length', () => {
  for (let i = 0; i < 200; i += 1) expect(newDigits(6)).toMatch(/^[0-9]{6}$/);
  expect(newToken()).toMatch(/^[\w-]{43}$/);
});

test('equal values give the same canonical JSON whatever the order of their keys, others give another', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, child]) => [key, shuffled(child)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.stringify(JSON.parse(text))).toHaveLength(JSON.stringify(value).length);
    }),
  );
  expect(canonicalJson({ b: undefined, a: new Date(0) })).toBe('{"a":"1970-01-01T00:00:00.000Z"}');
  expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
});
