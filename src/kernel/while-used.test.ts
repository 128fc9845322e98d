import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whileUsed } from './while-used.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is costly to hold is made once while it is used, and let go afterwards', () => {
  let made = 0;
  const one = whileUsed(() => (made += 1));
  expect([one(), one()]).toEqual([1, 1]);
  vi.advanceTimersByTime(9_000);
  expect(one()).toBe(1);
  vi.advanceTimersByTime(9_000);
  expect(one()).toBe(1);
  vi.advanceTimersByTime(10_001);
  expect(one()).toBe(2);
});
