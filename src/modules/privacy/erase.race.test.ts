import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { withClient } from '#main/postgres/check.ts';
import { casesModule } from '#modules/cases/index.ts';
import { caseIn, openPlay, type Play, sole, type Standing } from '#modules/cases/testing.ts';
import { documentTools } from '#modules/documents/index.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { eraseDue } from './erase.ts';
import { privacyModule } from './index.ts';

let office: Office;
let play: Play;
let citizen: Desk;
let admin: Desk;
beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  [citizen, admin] = await Promise.all([office.as('citizen'), office.as('admin')]);
}, 60_000);
afterAll(() => office.close());
beforeEach(() => sql(`delete from privacy.erasure`));

// oxlint-disable-next-line typescript/no-explicit-any
const sql = async (text: string, values: unknown[] = []): Promise<any[]> =>
  withClient(office.ownerUrl, async (client) => (await client.query(text, values)).rows);
const turn = () => eraseDue(jobOf(office.app, 'privacy'));
const rowOf = async (caseNo: string) => (await sql(`select * from cases.case_file where case_no = $1`, [caseNo]))[0];
/** So many days ago something happened to a case. */
const ago = (caseNo: string, column: string, days: number) =>
  sql(`update cases.case_file set ${column} = now() - $2 * interval '1 day' where case_no = $1`, [caseNo, days]);
const toldLongAgo = () =>
  sql(`update cases.case_file set erase_warned_at = erase_warned_at - interval '15 days' where erase_warned_at is not null`);

async function withdrawn(days: number): Promise<Standing> {
  const file = await caseIn.withdrawn(play);
  await ago(file.caseNo, 'ended_at', days);
  return file;
}

test('a case whose time is over is told of, and goes two weeks later; its tombstone stays and its log can still be seen to be whole', async () => {
  const { caseNo } = await withdrawn(3 * 366);
  const kept = await withdrawn(300);
  await turn();
  expect(await rowOf(caseNo)).toMatchObject({ erased_at: null, erase_warned_at: expect.any(Date) });
  const { rows } = (await citizen.get('/messages/notices')).body as unknown as { rows: { kind: string; caseNo: string; body: string }[] };
  expect(rows.filter((row) => row.kind === 'erasureNear')).toMatchObject([{ caseNo, body: expect.stringContaining(caseNo) }]);
  await turn();
  expect((await citizen.get(`/cases/${caseNo}`)).status).toBe(200);

  const before = await sql(
    `select seq, act, hash from cases.action a join cases.case_file c using (case_id) where case_no = $1 order by seq`,
    [caseNo],
  );
  await toldLongAgo();
  await turn();
  expect((await citizen.get(`/cases/${caseNo}`)).status).toBe(404);
  expect(await rowOf(caseNo)).toMatchObject({
    state: 'withdrawn',
    outcome: 'withdrawn',
    item_code: '440131904206',
    applicant_name: '',
    applicant_phone: '',
    answers: {},
    slots: {},
    log_seal: expect.stringMatching(/^[0-9a-f]{64}$/),
    ended_at: expect.any(Date),
  });
  const after = await sql(`select a.* from cases.action a join cases.case_file c using (case_id) where case_no = $1 order by seq`, [
    caseNo,
  ]);
  expect(after.map(({ seq, act, hash }) => ({ seq, act, hash }))).toEqual(before);
  expect(JSON.stringify(after)).not.toMatch(/禾味小厨|林青禾/);
  expect(await sql(`select kind, what, outcome, rule from privacy.erasure where what = $1`, [caseNo])).toMatchObject([
    { kind: 'case', outcome: 'withdrawn', rule: expect.stringMatching(/^< 20\d\d-/) },
  ]);
  expect(await sql(`select 1 from messages.notice where case_no = $1`, [caseNo])).toEqual([]);
  expect((await rowOf(kept.caseNo)).erased_at).toBeNull();
  expect(await checkups()).toEqual([]);

  await sql(`update cases.action a set act = 'sign' from cases.case_file c where c.case_id = a.case_id and case_no = $1 and seq = 2`, [
    caseNo,
  ]);
  expect(await checkups()).toEqual([caseNo]);
  await sql(`update cases.action a set act = $2 from cases.case_file c where c.case_id = a.case_id and case_no = $1 and seq = 2`, [
    caseNo,
    before[1].act,
  ]);
});

const checkups = async () => {
  const all = await Promise.all(casesModule.checkups.map(({ run }) => jobOf(office.app, 'cases').transaction(run)));
  return all.flat();
};

test('a case under review never goes, however old, nor one that was opened again and has ended anew', async () => {
  const review = await caseIn.review(play);
  await ago(review.caseNo, 'received_at', 20_000);
  await sql(`update cases.case_file set keep_until = '2000-01-01', erase_warned_at = '2000-01-01' where case_no = $1`, [review.caseNo]);
  const anew = await withdrawn(3 * 366);
  await turn();
  await toldLongAgo();
  await ago(anew.caseNo, 'ended_at', 1);
  await turn();
  for (const { caseNo } of [review, anew]) expect((await rowOf(caseNo)).erased_at).toBeNull();
});

test('ended in the middle, it goes on with the next turn; two turns at once erase and write down once', async () => {
  const files = [await withdrawn(3 * 366), await withdrawn(3 * 366), await withdrawn(3 * 366)];
  const { store } = documentTools();
  await turn();
  await toldLongAgo();
  const remove = store.remove.bind(store);
  const [fileId] = (await sql(
    `insert into documents.file (file_id, owner_id, name, key, sha256, bytes, media_type, at)
     select gen_random_uuid(), owner_id, 'x', 'files/00/of-this-case', sha256, bytes, media_type, at from documents.file where file_id = $1 returning file_id`,
    [play.fileId],
  )) as { file_id: string }[];
  await sql(
    `update cases.case_file set slots = jsonb_build_object('floorPlan', jsonb_build_object('fileIds', jsonb_build_array($2::text))) where case_no = $1`,
    [files[0]?.caseNo, fileId?.file_id],
  );
  Object.assign(store, { remove: () => Promise.reject(new Error('the store is away')) });
  await expect(turn()).rejects.toThrow('the store is away');
  const removed: string[] = [];
  Object.assign(store, { remove: (key: string) => (removed.push(key), remove(key)) });
  await Promise.all([turn(), turn()]);
  Object.assign(store, { remove });
  expect(removed).toContain('files/00/of-this-case');
  for (const { caseNo } of files) {
    expect((await rowOf(caseNo)).erased_at).not.toBeNull();
    expect(await sql(`select 1 from privacy.erasure where what = $1`, [caseNo])).toHaveLength(1);
  }
  expect(await sql(`select 1 from documents.file where erased_at is not null and removed_at is null`)).toEqual([]);
});

test('a draft that nobody touches is told of and goes; one that is touched after that stays', async () => {
  const begin = async (itemCode: string) => {
    const { draftId } = (await citizen.post('/cases/drafts', { itemCode })).body;
    await sql(`update cases.draft set updated_at = now() - interval '200 days' where draft_id = $1`, [draftId]);
    return String(draftId);
  };
  const [left, touched] = [await begin(sole.itemCode), await begin('002114401004')];
  await turn();
  expect(await sql(`select kind from messages.notice where link = $1`, [`/drafts/${left}`])).toEqual([{ kind: 'erasureNear' }]);
  await sql(`update cases.draft set erase_warned_at = erase_warned_at - interval '15 days'`);
  await sql(`update cases.draft set updated_at = now() where draft_id = $1`, [touched]);
  await turn();
  expect((await citizen.get(`/cases/drafts/${left}`)).status).toBe(404);
  expect((await citizen.get(`/cases/drafts/${touched}`)).status).toBe(200);
  expect(await sql(`select kind from privacy.erasure where what = $1`, [left])).toEqual([{ kind: 'draft' }]);
});

test('identity papers go some time after the decision, unless they stand in something that is still going on', async () => {
  const copies = await sql(
    `insert into documents.file (file_id, owner_id, name, key, sha256, bytes, media_type, at)
     select gen_random_uuid(), owner_id, 'id ' || n, 'files/00/id' || n, sha256, bytes, media_type, at from documents.file, generate_series(1, 3) n
     where file_id = $1 returning file_id`,
    [play.fileId],
  );
  const [gone, used, lease] = copies.map(({ file_id }) => String(file_id));
  const decided = await caseIn.served(play);
  await sql(
    `update cases.case_file set state = 'closed', ended_at = now(), decided_at = now() - interval '100 days', slots = $2 where case_no = $1`,
    [decided.caseNo, JSON.stringify({ identity: { fileIds: [gone, used] }, premisesProof: { fileIds: [lease] } })],
  );
  await sql(`update cases.draft set slots = $1 where sent_case_no is null`, [JSON.stringify({ identity: { fileIds: [used] } })]);
  await turn();
  await turn();
  const erased = await sql(`select file_id from documents.file where erased_at is not null and file_id = any($1::uuid[])`, [
    [gone, used, lease],
  ]);
  expect(erased.map(({ file_id }) => file_id)).toEqual([gone]);
  expect((await citizen.get(`/cases/${decided.caseNo}`)).body['state']).toBe('closed');
  expect(await sql(`select kind, files from privacy.erasure where what = $1`, [decided.caseNo])).toEqual([
    { kind: 'identity-papers', files: 1 },
  ]);
});

test('the doctor names a case that should have gone', async () => {
  const { caseNo } = await withdrawn(3 * 366);
  const overdue = async () =>
    (await Promise.all(privacyModule.checkups.map(({ run }) => jobOf(office.app, 'privacy').transaction(run)))).flat();
  await turn();
  expect(await overdue()).toEqual([]);
  await sql(`update cases.case_file set erase_warned_at = now() - interval '17 days' where case_no = $1`, [caseNo]);
  expect(await overdue()).toEqual([expect.stringContaining(caseNo)]);
});

test('an administrator sees policy, what is due and what was erased with its proof, in four languages; others do not', async () => {
  const { caseNo } = await withdrawn(3 * 366);
  await turn();
  await toldLongAgo();
  await turn();
  const { body } = await admin.get('/privacy/retention');
  expect(body).toMatchObject({
    policy: { warnDays: 14 },
    due: { cases: 0 },
    rows: expect.arrayContaining([expect.objectContaining({ kind: 'case', what: caseNo })]),
  });
  expect((await citizen.get('/privacy/retention')).status).toBe(403);
  for (const language of ['zh-Hans', 'zh-Hant', 'vi', 'en']) {
    const page = await office.http.inject({
      url: `/admin/retention?lang=${language}`,
      headers: { authorization: `Bearer ${admin.token}` },
    });
    expect([page.statusCode, page.body.includes(caseNo), page.body.includes('undefined')]).toEqual([200, true, false]);
    const mine = await office.http.inject({ url: `/${language}/my/data`, headers: { authorization: `Bearer ${citizen.token}` } });
    expect([mine.statusCode, mine.body.includes('/api/v1/privacy/my-data')]).toEqual([200, true]);
  }
});
