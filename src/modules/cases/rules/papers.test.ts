import { expect, test } from 'vitest';
import type { CaseFile } from './case-file.ts';
import { owedPapers, supply } from './papers.ts';
import type { Situation } from './situation.ts';

const item = {
  documents: [
    { key: 'licence', necessity: 'main', from: [{ upload: { max: 1 } }] },
    { key: 'health', necessity: 'secondary', each: 'staff', from: [{ upload: { max: 1 } }], owed: { days: 10, unit: 'workday' } },
  ],
};
const situation = { item } as unknown as Situation;

function owing(slots: object, lane = 'tolerance'): CaseFile {
  return { answers: { staff: [{}, {}] }, slots: { licence: { fileIds: ['plate'] }, ...slots }, lane } as unknown as CaseFile;
}
const supplied = (file: CaseFile, slot: string, fileIds: readonly string[]) => supply(file, { slot, fileIds }, situation);
const slotsLeft = (file: CaseFile) => owedPapers(file, situation.item).map(({ slot }) => slot);

test('a promise under the paper’s own key owes every row that has no files of its own', () => {
  expect(slotsLeft(owing({ health: { owed: true } }))).toEqual(['health.0', 'health.1']);
  expect(slotsLeft(owing({ health: { owed: true }, 'health.1': { fileIds: ['b'] } }))).toEqual(['health.0']);
});

test('an owed paper becomes its files, and the others stay owed', () => {
  expect(supplied(owing({ health: { owed: true } }), 'health.1', ['b'])).toEqual({
    set: { slots: { licence: { fileIds: ['plate'] }, 'health.0': { owed: true }, 'health.1': { fileIds: ['b'] } }, lane: 'tolerance' },
    detail: { slot: 'health.1', fileIds: ['b'] },
  });
});

test('the last one ends the tolerance; a green case stays green', () => {
  const last = { 'health.0': { fileIds: ['a'] }, 'health.1': { owed: true } };
  expect(supplied(owing(last), 'health.1', ['b'])).toMatchObject({ set: { lane: 'normal' } });
  expect(supplied(owing(last, 'green'), 'health.1', ['b'])).toMatchObject({ set: { lane: 'green' } });
});

test('a paper that is not owed is refused, and so are more files than it takes', () => {
  const file = owing({ health: { owed: true } });
  expect(supplied(file, 'licence', ['a'])).toEqual({ refused: 'not_owed', facts: { slots: ['health.0', 'health.1'] } });
  expect(supplied(file, 'health.0', ['a', 'b'])).toEqual({ refused: 'too_many_files', facts: { slot: 'health.0', max: 1 } });
});
