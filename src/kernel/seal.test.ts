import { expect, test } from 'vitest';
import { isSealed, seal, unseal } from './seal.ts';

test('what is sealed says nothing, never looks the same twice, and opens with its key for its owner', () => {
  const sealed = seal('key', 'anna', 'JBSWY3DP');
  expect(isSealed(sealed)).toBe(true);
  expect(sealed).not.toContain('JBSWY3DP');
  expect(sealed).not.toBe(seal('key', 'anna', 'JBSWY3DP'));
  expect(unseal('key', 'anna', sealed)).toBe('JBSWY3DP');
});

test('with another key, for somebody else, changed or cut short it does not open', () => {
  const sealed = seal('key', 'anna', 'JBSWY3DP');
  expect(unseal('other', 'anna', sealed)).toBeUndefined();
  expect(unseal('key', 'berta', sealed)).toBeUndefined();
  expect(
    unseal(
      'key',
      'anna',
      sealed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ),
  ).toBeUndefined();
  for (const text of ['', 'JBSWY3DP', sealed.slice(0, 20)]) expect(unseal('key', 'anna', text)).toBeUndefined();
});
