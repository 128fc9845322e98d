import { expect, test } from 'vitest';
import { channelNames } from '../rules.ts';
import { nextTriageQuestion, waysFor } from './triage.ts';

test('an urgent matter is asked for its situation and nothing else', () => {
  expect(nextTriageQuestion({})).toBe('urgent');
  expect(nextTriageQuestion({ urgent: true })).toBe('situation');
  expect(nextTriageQuestion({ urgent: true, situation: 'health' })).toBeUndefined();
});

test('whoever has a phone is asked about paper, whoever has none about help', () => {
  expect(nextTriageQuestion({ urgent: false })).toBe('device');
  expect(nextTriageQuestion({ urgent: false, device: true })).toBe('paper');
  expect(nextTriageQuestion({ urgent: false, device: false })).toBe('helper');
  expect(nextTriageQuestion({ urgent: false, device: false, helper: false })).toBeUndefined();
});

test('the answers lead to the way that suits them', () => {
  const best = (answers: Parameters<typeof waysFor>[0]) => waysFor({ urgent: false, ...answers }, channelNames)[0];
  expect(best({ device: true, paper: false })).toBe('online');
  expect(best({ device: true, paper: true })).toBe('post');
  expect(best({ device: false, helper: true })).toBe('proxy');
  expect(best({ device: false, helper: false })).toBe('phone');
});

test('a closed way is never proposed', () => {
  const open = channelNames.filter((name) => name !== 'post' && name !== 'walk-in');
  expect(waysFor({ urgent: false, device: true, paper: true }, open)).not.toContain('walk-in');
  expect(waysFor({ urgent: false, device: true, paper: true }, open)[0]).toBe('appointment');
  expect(waysFor({ urgent: false, device: true, paper: false }, [])).toEqual([]);
});
