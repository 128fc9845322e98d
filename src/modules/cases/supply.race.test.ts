import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#test/support/office.ts';
import type { CaseView } from './contract/read.ts';
import { cast, food, officer, openPlay, type Play, type Standing } from './testing.ts';

let office: Office;
let play: Play;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
}, 60_000);
afterAll(() => office.close());

/** Accepted on the promise to bring the health certificates of two people. */
async function accepted(): Promise<Standing> {
  const staff = ['林青禾', '周小满'].map((name) => ({ name, idNo: 'DEMO7100' }));
  const what = { ...food, answers: { ...food.answers, staff } };
  const owing = await play.submits(what, { healthCertificates: { owed: true } });
  return play.does('accept-tolerated', { ...owing, promise: 'in ten days' }, cast.window);
}

async function view({ caseNo }: Standing): Promise<CaseView> {
  return (await play.does('get-case', { caseNo }, cast.supervisor)) as unknown as CaseView;
}

test('an owed paper comes after acceptance: into the slot, into the log, out of tolerance with the last', async () => {
  const owing = await accepted();
  const fileIds = [play.fileId];
  const half = await play.does('supply', { ...owing, slot: 'healthCertificates.1', fileIds }, play.citizen);
  expect(await view(half)).toMatchObject({ state: 'review', lane: 'tolerance', slots: { 'healthCertificates.0': { owed: true } } });
  const whole = await view(await play.does('supply', { ...half, slot: 'healthCertificates.0', fileIds }, play.citizen));
  expect(whole).toMatchObject({ state: 'review', lane: 'normal', slots: { 'healthCertificates.1': { fileIds } } });
  expect(whole.actions.slice(-2).map(({ act }) => act)).toEqual(['supply', 'supply']);
  expect(whole.mayDo).not.toContain('supply');
});

test('of many who hand the same paper in at once, one does and the others see that it was done', async () => {
  const owing = await accepted();
  const hand = { ...owing, slot: 'healthCertificates.0', fileIds: [play.fileId] };
  const all = await Promise.all(Array.from({ length: 6 }, () => play.answers('supply', hand, play.citizen)));
  expect(all.toSorted()).toEqual(['done', ...Array.from({ length: 5 }, () => 'stale_version')]);
});

test('only what is owed, only with one’s own files; strangers do not even learn about the files', async () => {
  const owing = await accepted();
  const hand = { ...owing, slot: 'floorPlan', fileIds: [play.fileId] };
  const another = officer('citizen', '');
  expect(await play.answers('supply', hand, play.citizen)).toBe('not_owed');
  expect(await play.answers('supply', { ...hand, fileIds: [another.personId] }, play.citizen)).toBe('files_unusable');
  expect(await play.answers('supply', hand, another)).toBe('not_found');
});

test('the page shows what is owed with its day, takes a paper without JavaScript, and leads back', async () => {
  const { caseNo, version } = await accepted();
  const { token } = await office.as('citizen');
  const url = `/zh-Hans/my/cases/${caseNo}`;
  const headers = {
    cookie: `tongban_session=${token}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const read = async (path: string) => (await office.http.inject({ method: 'GET', url: path, headers })).body;
  expect(await read(url)).toContain(`${url}/owed`);
  expect((await read(`${url}/owed`)).match(/type="file"/g)).toHaveLength(2);
  const send = (fields: Record<string, string>) =>
    office.http.inject({ method: 'POST', url: `${url}/owed?do=supply`, headers, payload: new URLSearchParams(fields).toString() });
  const fields = { slot: 'healthCertificates.0', version: String(version) };
  expect((await send(fields)).statusCode).toBe(400);
  const done = await send({ ...fields, 'add-healthCertificates-0': play.fileId });
  expect([done.statusCode, done.headers.location]).toEqual([303, `${url}?said=owed`]);
  expect((await read(`${url}/owed`)).match(/type="file"/g)).toHaveLength(1);
});
