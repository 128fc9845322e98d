import { expect, test } from 'vitest';
import type { DocumentSlot } from '../item.ts';
import { checkSlots, neededSlots, type SlotAnswers, slotStates } from './slots.ts';

const name = { 'zh-Hans': '材料' };
const documents: DocumentSlot[] = [
  { key: 'licence', name, necessity: 'main', from: [{ credential: 'business-licence' }, { upload: { max: 2 } }] },
  { key: 'plan', name, necessity: 'main', from: [{ upload: { max: 3 } }] },
  {
    key: 'health',
    name,
    necessity: 'secondary',
    each: 'staff',
    from: [{ credential: 'health' }, { upload: { max: 1 } }],
    owed: { days: 10, unit: 'workday', blocks: 'issue', ifNot: 'terminate' },
    skipIf: { '<': [{ var: 'area' }, 10] },
  },
];
const item = { documents };
const answers = { area: 46, staff: [{}, {}] };
const filled: SlotAnswers = { licence: { credentialId: 'c1' }, plan: { fileIds: ['f1'] }, health: { owed: true } };
const codes = (slots: unknown, given: Record<string, unknown> = answers) =>
  checkSlots(item, given, { slots: slots as SlotAnswers }).map((problem) => `${problem.slot} ${problem.code}`);

test('the answers decide which papers are needed, one for every row where the item says so', () => {
  expect(neededSlots(item, answers).map((needed) => needed.slot)).toEqual(['licence', 'plan', 'health.0', 'health.1']);
  expect(neededSlots(item, { area: 6, staff: [{}] }).map((needed) => needed.slot)).toEqual(['licence', 'plan']);
  expect(neededSlots(item, {}).map((needed) => needed.slot)).toEqual(['licence', 'plan']);
});

test('papers uploaded, taken from a credential or owed with a promise are no problem', () => {
  expect(codes(filled)).toEqual([]);
  expect(slotStates(item, answers, { slots: filled }).map((state) => state.way)).toEqual(['credential', 'upload', 'owed', 'owed']);
});

test('an answer for one row goes before the answer for all', () => {
  expect(slotStates(item, answers, { slots: { ...filled, 'health.1': { fileIds: ['f9'] } } }).map((state) => state.way)).toEqual([
    'credential',
    'upload',
    'owed',
    'upload',
  ]);
});

test('what a register filled needs nothing more', () => {
  expect(checkSlots(item, answers, { slots: { plan: { fileIds: ['f'] }, health: { owed: true } }, registered: ['licence'] })).toEqual([]);
});

test('a missing paper says whether it may be owed', () => {
  expect(checkSlots(item, { area: 46, staff: [{}] }, { slots: { licence: { credentialId: 'c' }, plan: { fileIds: [] } } })).toEqual([
    { slot: 'plan', code: 'document_missing', facts: { document: 'plan', necessity: 'main', mayBeOwed: false } },
    { slot: 'health.0', code: 'document_missing', facts: { document: 'health', necessity: 'secondary', mayBeOwed: true } },
  ]);
});

test('main papers cannot be owed, files have a limit, credentials must be accepted, slots must exist', () => {
  expect(codes({ ...filled, plan: { owed: true } })).toEqual(['plan owing_not_allowed']);
  expect(codes({ ...filled, plan: { fileIds: ['1', '2', '3', '4'] } })).toEqual(['plan too_many_files']);
  expect(codes({ ...filled, plan: { credentialId: 'c' } })).toEqual(['plan credential_not_allowed']);
  expect(codes({ ...filled, passport: { fileIds: ['1'] }, 'health.7': { owed: true } })).toEqual([
    'passport unknown_slot',
    'health.7 unknown_slot',
  ]);
});

test('a paper sent although it is not needed is no problem, and hostile values are missing papers', () => {
  expect(codes(filled, { area: 6, staff: [{}] })).toEqual([]);
  expect(codes({ licence: { owed: false }, plan: { fileIds: 'x' } }, { area: 6 })).toEqual([
    'licence document_missing',
    'plan document_missing',
  ]);
});
