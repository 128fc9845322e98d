import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../item.ts';
import { answersFromForm, askedQuestions, checkAnswers, nextQuestion, sectionProgress } from './form.ts';

const ask = { 'zh-Hans': '？' };
const questions: Question[] = [
  { key: 'area', section: 'premises', ask, type: 'number', decimals: 1, min: 1 },
  { key: 'raw', section: 'premises', ask, type: 'yes-no' },
  { key: 'room', section: 'premises', ask, type: 'text', showIf: { '==': [{ var: 'raw' }, true] } },
  { key: 'roomSize', section: 'premises', ask, type: 'number', showIf: { '!!': { var: 'room' } } },
  { key: 'note', section: 'rest', ask, type: 'long-text', optional: true },
  {
    key: 'staff',
    section: 'staff',
    ask,
    type: 'list',
    max: 3,
    of: [
      { key: 'name', type: 'person-name' },
      { key: 'head', type: 'yes-no', optional: true },
      { key: 'phone', type: 'phone', showIf: { '==': [{ var: 'head' }, true] } },
    ],
  },
  { key: 'lease', section: 'papers', ask, type: 'text', showIf: { '!': { proven: 'licence' } } },
];
const form = {
  questions,
  sections: [
    { key: 'premises', name: ask },
    { key: 'rest', name: ask },
    { key: 'staff', name: ask, after: ['premises'] },
    { key: 'papers', name: ask },
  ],
};
const keys = (asked: readonly Question[]) => asked.map((question) => question.key);
const codes = (answers: Record<string, unknown>) =>
  checkAnswers(form, answers).problems.map((problem) => `${problem.path} ${problem.code}`);

test('only the questions that the answers lead to are asked, in the item’s order', () => {
  expect(keys(askedQuestions(form, { raw: true, room: '后厨' }))).toEqual(['area', 'raw', 'room', 'roomSize', 'note', 'staff', 'lease']);
  expect(keys(askedQuestions(form, { raw: false }, { proven: ['licence'] }))).toEqual(['area', 'raw', 'note', 'staff']);
});

test('an answer that is itself hidden no longer opens other questions', () => {
  expect(keys(askedQuestions(form, { raw: false, room: '后厨' }))).not.toContain('roomSize');
});

test('good answers come back cleaned, hidden ones dropped', () => {
  const { answers, problems } = checkAnswers(form, {
    area: '４６.５',
    raw: 'no',
    room: 'left over',
    note: '',
    staff: [{ name: ' 闻知远 ', head: 'no', phone: '1' }],
    lease: 'L-1',
  });
  expect(problems).toEqual([]);
  expect(answers).toEqual({ area: 46.5, raw: false, note: null, staff: [{ name: '闻知远', head: false }], lease: 'L-1' });
});

test('every problem names its place, down to the row', () => {
  expect(codes({ area: 0, raw: true, staff: [{ name: '甲' }, { name: '', head: true, phone: 'x' }, 'row'], extra: 1 })).toEqual([
    'area too_small',
    'room required',
    'staff.1.name required',
    'staff.1.phone bad_phone',
    'staff.2 wrong_shape',
    'lease required',
    'extra unknown_key',
  ]);
});

test('a list has at least one row and no more than it may', () => {
  expect(codes({ area: 1, raw: false, staff: [], lease: 'x' })).toEqual(['staff required']);
  expect(codes({ area: 1, raw: false, staff: [{}, {}, {}, {}], lease: 'x' })).toEqual(['staff too_many_rows']);
  expect(codes({ area: 1, raw: false, staff: 'x', lease: 'x' })).toEqual(['staff wrong_shape']);
});

test('keys of every object, and unknown keys inside rows, are refused rather than kept', () => {
  const hostile = JSON.parse(
    '{"area":1,"raw":false,"lease":"x","__proto__":{"a":1},"constructor":"x","staff":[{"name":"甲","isAdmin":true}]}',
  );
  const { answers, problems } = checkAnswers(form, hostile);
  expect(problems.map((problem) => problem.path)).toEqual(['staff.0.isAdmin', '__proto__', 'constructor']);
  expect(Object.keys(answers)).toEqual(['area', 'raw', 'staff', 'lease']);
});

test('the next question is the first without a good answer; one passed over does not come back', () => {
  expect(nextQuestion(form, {})?.key).toBe('area');
  expect(nextQuestion(form, { area: 5, raw: true })?.key).toBe('room');
  expect(nextQuestion(form, { area: 5, raw: false })?.key).toBe('note');
  expect(nextQuestion(form, { area: 5, raw: false, note: null })?.key).toBe('staff');
  expect(nextQuestion(form, {}, { after: 'raw' })?.key).toBe('note');
  expect(nextQuestion(form, { area: 5, raw: false, note: null, staff: [{ name: '甲' }], lease: 'x' })).toBeUndefined();
});

test('the task list says where each section stands', () => {
  const states = (answers: Record<string, unknown>, proven: string[] = []) =>
    sectionProgress(form, answers, { proven }).map(({ section, state }) => `${section} ${state}`);
  expect(states({})).toEqual(['premises not-started', 'rest not-started', 'staff cannot-start', 'papers not-started']);
  expect(states({ area: 5 })[0]).toBe('premises in-progress');
  expect(states({ area: 5, raw: false, note: null })).toEqual([
    'premises completed',
    'rest completed',
    'staff not-started',
    'papers not-started',
  ]);
  expect(states({ area: 5, raw: false, note: null, staff: [{ name: '甲' }] }, ['licence'])).toEqual([
    'premises completed',
    'rest completed',
    'staff completed',
  ]);
  expect(sectionProgress(form, { area: 5 })[0]).toMatchObject({ asked: 2, answered: 1, first: 'raw' });
});

test('a plain form’s flat names become rows and dates', () => {
  const list: Question[] = [...questions, { key: 'day', type: 'date' }];
  expect(
    answersFromForm(list, {
      area: '5',
      'staff.0.name': '甲',
      'staff.2.name': '丙',
      'staff.1.name': '',
      'day.year': '2020',
      'day.month': '7',
      'day.day': '30',
      other: 'x',
      'staff.x.name': '?',
    }),
  ).toEqual({
    area: '5',
    staff: [{ name: '甲' }, { name: '丙' }],
    day: { year: '2020', month: '7', day: '30' },
  });
});

test('whatever is sent, checking does not throw, and what it keeps is kept again unchanged', () => {
  const anyAnswers = fc.dictionary(
    fc.constantFrom(...keys(questions), 'x', '__proto__'),
    fc.oneof(fc.anything({ withNullPrototype: true }), fc.string(), fc.boolean(), fc.integer()),
  );
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const once = checkAnswers(form, answers).answers;
      expect(checkAnswers(form, once).answers).toEqual(once);
      expect(sectionProgress(form, answers).length).toBeGreaterThan(0);
    }),
    { numRuns: 1500 },
  );
});
