import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  identityNumberKind,
  isOrganizationCode,
  isResidentNumber,
  isVietnameseCitizenNumber,
  isVietnameseTaxNumber,
} from './identity-number.ts';

/** Independent of the code under test: ISO 7064 MOD 11-2 in its recursive form, and brute force for the other two. */
function mod112(digits: string): string {
  const remainder = [...digits].reduce((carry, digit) => ((carry + Number(digit)) * 2) % 11, 0);
  const check = (12 - remainder) % 11;
  return check === 10 ? 'X' : String(check);
}
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
function sum31(code: string): bigint {
  return [...code].reduce((sum, character, index) => sum + BigInt(alphabet.indexOf(character)) * 3n ** BigInt(index), 0n) % 31n;
}
const organizationCheck = (body: string) =>
  [...alphabet].find((check) => (sum31(body) + BigInt(alphabet.indexOf(check))) % 31n === 0n) as string;

const twoDigits = (number: number) => String(number).padStart(2, '0');
const residentBody = fc
  .tuple(
    fc.integer({ min: 110000, max: 820000 }),
    fc.integer({ min: 1900, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, year, month, day, sequence]) => `${place}${year}${twoDigits(month)}${twoDigits(day)}${String(sequence).padStart(3, '0')}`);

test('every resident number with its check character is taken, any other last character is refused', () => {
  fc.assert(
    fc.property(residentBody, fc.constantFrom(...'0123456789X'), (body, last) => {
      expect(isResidentNumber(body + mod112(body))).toBe(true);
      expect(isResidentNumber(body + last)).toBe(last === mod112(body));
    }),
  );
});

test('a resident number with an impossible birthday is refused though its check is right', () => {
  for (const body of ['44030619900230001', '44030619901301001', '44030617000101001', '44030619000229001'])
    expect(isResidentNumber(body + mod112(body))).toBe(false);
  expect(isResidentNumber(`44030620000229001${mod112('44030620000229001')}`)).toBe(true);
});

test('two neighbouring digits swapped are noticed', () => {
  fc.assert(
    fc.property(residentBody, fc.integer({ min: 14, max: 15 }), (body, at) => {
      const number = body + mod112(body);
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
      expect(isResidentNumber(swapped)).toBe(swapped === number);
    }),
  );
});

test('every organisation code with its check character is taken, those whose check is 0 and those that begin with a letter too', () => {
  const body = fc.tuple(
    fc.constantFrom(...'159NY'),
    fc.constantFrom(...'123'),
    fc.integer({ min: 100000, max: 999999 }),
    fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
  );
  fc.assert(
    fc.property(body, ([manager, kind, place, rest]) => {
      const code = `${manager}${kind}${place}${rest.join('')}`;
      expect(isOrganizationCode(code + organizationCheck(code))).toBe(true);
      expect(isOrganizationCode(code + (organizationCheck(code) === '7' ? '8' : '7'))).toBe(false);
    }),
    { numRuns: 500 },
  );
  const ending0 = [...Array(100).keys()]
    .map((n) => `91440300MA5${String(n).padStart(6, '0')}`)
    .filter((code) => organizationCheck(code) === '0');
  expect(ending0.length).toBeGreaterThan(0);
  for (const code of ending0) expect(isOrganizationCode(`${code}0`)).toBe(true);
});

test('a real public body code is taken, letters that the standard leaves out are not', () => {
  expect(isOrganizationCode('11440000006939756B')).toBe(true);
  expect(isOrganizationCode('1144000000693975OB')).toBe(false);
});

test('Vietnamese citizen numbers have twelve digits and a province', () => {
  expect(isVietnameseCitizenNumber('048190001234')).toBe(true);
  expect(isVietnameseCitizenNumber('000190001234')).toBe(false);
  expect(isVietnameseCitizenNumber('097190001234')).toBe(false);
  expect(isVietnameseCitizenNumber('04819000123')).toBe(false);
});

test('Vietnamese tax numbers carry one right check digit or none, and may name a branch', () => {
  expect(isVietnameseTaxNumber('0100109106')).toBe(true);
  expect(isVietnameseTaxNumber('0100109106-001')).toBe(true);
  expect(isVietnameseTaxNumber('0100109106-000')).toBe(false);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
      const body = String(number).padStart(9, '0');
      expect([...'0123456789'].filter((digit) => isVietnameseTaxNumber(body + digit)).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('a number is only taken as a kind that the question accepts', () => {
  expect(identityNumberKind('048190001234', ['cn-resident'])).toBeUndefined();
  expect(identityNumberKind('048190001234', ['cn-resident', 'vn-citizen'])).toBe('vn-citizen');
  expect(identityNumberKind('E12345678', ['passport'])).toBe('passport');
});
