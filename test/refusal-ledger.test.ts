import { expect, test } from 'vitest';
import { failuresIn } from './support/refusal-ledger.ts';

const ledger = `declared cases.accept documents_owed
declared cases.accept never_given
provoked cases.accept documents_owed
declared cases.accept documents_owed
`;

test('a refusal that a contract declares and no test provokes fails a whole run, and only a whole one', () => {
  expect(failuresIn(ledger, true)).toEqual(['no test provokes cases.accept never_given']);
  expect(failuresIn(ledger, false)).toEqual([]);
});

test('a refusal without words for its facts fails any run', () => {
  expect(failuresIn(`${ledger}unspeakable cases.accept documents_owed (vi): undefined\n`, false)).toEqual([
    'words fail for cases.accept documents_owed (vi): undefined',
  ]);
});
