import { expect, test } from 'vitest';
import { checkedOnce, jsonOf, keptAnswer } from './kept-answer.ts';

test('an answer that is kept is checked and written once, another one every time', () => {
  let checks = 0;
  const check = () => ((checks += 1), true);
  const kept = keptAnswer({ rows: [1] });
  for (let i = 0; i < 3; i += 1) expect(checkedOnce(kept, check)).toBe(true);
  expect(checks).toBe(1);
  expect(String(jsonOf(kept))).toBe(jsonOf({ rows: [1] }));
  expect(jsonOf(kept)).toBe(jsonOf(kept));
  for (let i = 0; i < 3; i += 1) checkedOnce({ rows: [1] }, check);
  expect(checks).toBe(4);
});

test('a kept answer that breaks its contract is refused every time', () => {
  const kept = keptAnswer({});
  expect([checkedOnce(kept, () => false), checkedOnce(kept, () => false)]).toEqual([false, false]);
});
