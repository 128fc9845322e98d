import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { plainApplication, publishPlainItem } from '#test/support/plain-item.ts';

let office: Office;
let citizen: Desk;
let window: Desk;

beforeAll(async () => {
  office = await openOffice();
  await publishPlainItem(await office.as('admin'));
  [citizen, window] = await Promise.all([office.as('citizen'), office.as('window')]);
}, 60_000);
afterAll(() => office.close());

async function submitted(): Promise<{ caseNo: string; version: number }> {
  const answer = await citizen.post('/cases', plainApplication);
  expect(answer.body).toMatchObject({ state: 'submitted', version: 1 });
  return answer.body as never;
}

describe('many at once', () => {
  test('the same submit sent twenty times makes one case and gives everyone the same number', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => citizen.post('/cases', plainApplication, { 'idempotency-key': 'once-only' })),
    );
    expect(new Set(all.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(all.map((answer) => answer.body['caseNo'])).size).toBe(1);
  });

  test('the same key with another body is refused', async () => {
    await citizen.post('/cases', plainApplication, { 'idempotency-key': 'another' });
    const other = await citizen.post('/cases', { ...plainApplication, delivery: { way: 'counter' } }, { 'idempotency-key': 'another' });
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('key_reused');
  });

  test('of ten officers who claim one case, one gets it and the others learn who', async () => {
    const { caseNo, version } = await submitted();
    const second = await office.as('window2');
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? window : second).post(`/cases/${caseNo}/claim`, { version })),
    );
    expect(all.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const answer of all.filter((one) => one.status !== 200)) expect(['stale_version', 'held_by_another']).toContain(answer.body.code);
  });

  test('of ten signatures under one decision, one decides and the others see that it is decided', async () => {
    const { caseNo } = await submitted();
    const [head, signer] = [await office.as('signer'), await office.as('reviewer')];
    await window.post(`/cases/${caseNo}/accept`, { version: 1 });
    const drafted = await signer.post(`/cases/${caseNo}/propose`, { version: 2, outcome: 'approved' });
    const all = await Promise.all(
      Array.from({ length: 10 }, () => head.post(`/cases/${caseNo}/sign`, { version: drafted.body['version'] })),
    );
    expect(all.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const answer of all.filter((one) => one.status !== 200))
      expect(answer.body).toMatchObject({ status: 409, code: 'stale_version', facts: { state: 'decided' } });
  });
});
