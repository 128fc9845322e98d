import { expect, test } from 'vitest';
import { unflatten } from '#kernel/parse.ts';
import { answerErrors, postedAnswer, typedIn, withoutRow } from './posted-answer.ts';

const posted = unflatten({ 'staff.0.name': '林青禾', 'staff.1.name': '', 'staff.10.name': '佟小川', 'staff.2.name': '梅若笙' })['staff'];

test('rows come in the order of their numbers, and blank ones do not count', () => {
  expect(postedAnswer(posted)).toEqual([{ name: '林青禾' }, { name: '梅若笙' }, { name: '佟小川' }]);
});

test('a row whose only part is an empty date is blank', () => {
  expect(postedAnswer(unflatten({ 'child.0.bornOn.day': '', 'child.0.bornOn.year': '' })['child'])).toEqual([]);
});

test('a date in three boxes is no list of rows', () => {
  const date = { day: '2', month: '13', year: '1986' };
  expect(postedAnswer(date)).toEqual(date);
});

test('one row is taken out by the number it was posted under', () => {
  expect(withoutRow(posted, 2)).toEqual([{ name: '林青禾' }, { name: '佟小川' }]);
});

test('what was typed is found again at its place', () => {
  const form = { name: 'fix', values: { 'answers.area': '约四十', version: '3' } };
  expect(typedIn(form, 'answers', 'area')).toBe('约四十');
  expect(typedIn(form, 'answers', 'other')).toBeUndefined();
  expect(typedIn(undefined, 'answers', 'area')).toBeUndefined();
});

test('every mistake has words, in the reader’s language, with its numbers', () => {
  const problems = [
    { path: 'area', code: 'too_small', facts: { min: 1 } },
    { path: 'staff.0.idNo', code: 'bad_identity_number', facts: {} },
    { path: 'x', code: 'nobody_wrote_words', facts: {} },
  ];
  const [area, idNo, unknown] = answerErrors('en', { name: 'answer', values: {}, problems }, { 'staff.0.idNo': 'Row 1 Identity number' });
  expect(area).toMatchObject({ name: 'area', text: 'Must be 1 or more' });
  expect(idNo?.label).toBe('Row 1 Identity number');
  expect(unknown?.text).not.toBe('');
});
