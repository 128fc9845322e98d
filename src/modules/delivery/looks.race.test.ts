import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact } from '#kernel/module.ts';
import { identityModule } from '#modules/identity/index.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { type Counter, openCounter } from './testing.ts';

let office: Office;
let citizen: Desk;
let counter: Counter;
beforeAll(async () => {
  office = await openOffice();
  citizen = await office.as('citizen');
  counter = await openCounter(office, citizen);
}, 60_000);
afterAll(() => office.close());

const page = async (desk: Desk, path: string) =>
  (await office.http.inject({ url: path, headers: { authorization: `Bearer ${desk.token}` } })).statusCode;

/** Writes the log of looks from the facts there are, and says what stands in it about a case. */
async function looksAt(caseNo: string): Promise<{ actorName: string; what: string }[]> {
  const facts = await office.app.db.read((tx) =>
    tx.rows<Fact>(`select fact_id, module, kind, payload, at from kernel.outbox where kind = 'person_viewed' order by fact_id`),
  );
  const keep = identityModule.reactions.find(({ on }) => on === 'identity.person_viewed');
  for (const fact of facts) await keep?.run(jobOf(office.app, 'identity'), fact);
  const { rows } = (await citizen.get('/identity/views?limit=200')).body as { rows?: { actorName: string; what: string }[] };
  return (rows ?? []).filter(({ what }) => what.endsWith(caseNo));
}

const ways: readonly (readonly [string, (caseNo: string, fileId: string) => readonly ['api' | 'page', string]])[] = [
  ['the case', (caseNo) => ['api', `/cases/${caseNo}`]],
  ['its messages', (caseNo) => ['api', `/cases/${caseNo}/messages`]],
  ['its clock', (caseNo) => ['api', `/cases/${caseNo}/why/intake`]],
  ['its delivery', (caseNo) => ['api', `/delivery/cases/${caseNo}`]],
  ['its page', (caseNo) => ['page', `/desk/cases/${caseNo}`]],
  ['the page of its clock', (caseNo) => ['page', `/desk/cases/${caseNo}/why/intake`]],
  ['the page of its delivery', (caseNo) => ['page', `/desk/issue/${caseNo}`]],
  ['its decision', (caseNo) => ['page', `/desk/issue/${caseNo}/decision.pdf`]],
  ['a paper of it', (caseNo, fileId) => ['page', `/desk/cases/${caseNo}/files/${fileId}/view`]],
];

test.each(ways)('who looks at %s is named to the applicant', async (_, way) => {
  const caseNo = await counter.decided({ ...counter.card, delivery: { way: 'counter' } });
  const window = await office.as('window');
  const [kind, path] = way(caseNo, counter.fileId);
  if (kind === 'api') expect((await window.get(path)).status).toBe(200);
  else expect([200, 303, 409]).toContain(await page(window, path));
  const looks = await looksAt(caseNo);
  expect(looks).toContainEqual(expect.objectContaining({ actorName: '沈牧之', what: `case ${caseNo}` }));
});

test('many looks of one person in a part of a day are one, those of another person another, and one’s own none', async () => {
  const caseNo = await counter.decided({ ...counter.card, delivery: { way: 'counter' } });
  const [window, supervisor] = [await office.as('window'), await office.as('supervisor')];
  for (let i = 0; i < 3; i += 1) {
    for (const [, way] of ways.slice(0, 4)) await window.get(way(caseNo, '')[1]);
    await looksAt(caseNo);
  }
  await supervisor.get(`/cases/${caseNo}`);
  await citizen.get(`/cases/${caseNo}`);
  expect((await looksAt(caseNo)).map(({ what }) => what)).toEqual([`case ${caseNo}`, `case ${caseNo}`]);
});
