import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { plainApplication, plainItem, publishPlainItem } from '#test/support/plain-item.ts';
import { type ActName, acts, ruleOf, type State } from './rules/states.ts';
import { casesModule } from './index.ts';
import { cast, caseIn, food, nowhere, officer, openPlay, type Play, reviewed, said, sole, toCamel, undoing, unit } from './testing.ts';

const strictItem = 'strict0000001';
const endedItem = 'plain00000021';
const names = (Object.keys(acts) as ActName[]).filter((name) => toCamel(name) in casesModule.contract);

let office: Office;
let play: Play;
let rehearsal: Play;
let admin: Desk;
let elder: Desk;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  rehearsal = await openPlay(undoing(office.app));
  [admin, elder] = await Promise.all([office.as('admin'), office.as('elder')]);
  await publishPlainItem(admin, endedItem);
  await publish({ ...plainItem, code: strictItem, unit, stages: strictStages });
}, 60_000);
afterAll(() => office.close());

/** Two officers see it, and not the one who has done the first stage. */
const strictStages = [
  { key: 'intake', unit: 'window' },
  { key: 'documents', unit: 'self' },
  { key: 'review', unit: 'self', officers: 2, notBy: ['documents'] },
  { key: 'decision', unit: 'self/head', signs: true },
];
async function publish(item: object): Promise<void> {
  const answer = await admin.post('/catalogue/imports', { format: 'tongban', content: JSON.stringify([item]) });
  expect(answer.body).toMatchObject({ rejected: 0, changed: 1 });
}
const apply = (itemCode: string) => play.does('submit', { ...plainApplication, itemCode }, play.citizen);
const sql = (text: string, values: unknown[] = []) => withClient(office.ownerUrl, (client) => client.query(text, values));
describe('whoever acts', () => {
  test('never acts for the office in a matter of their own', async () => {
    const everyRole = Object.values(cast).flatMap(({ grants }) => grants);
    const asking: Actor = { ...play.citizen, grants: [...play.citizen.grants, ...everyRole] };
    const file = await caseIn.review(play);
    for (const name of names.filter((one) => !ruleOf(one).by.includes('applicant')))
      expect({ name, code: await rehearsal.answers(name, { ...file, ...said[name] }, asking) }).toEqual({ name, code: 'forbidden' });
  });

  const wanting = names.filter((name) => ruleOf(name).holding || name === 'claim');
  test.each(wanting)('%s waits for the colleague who has the case in hand', async (name) => {
    const { from, by } = ruleOf(name);
    const role = by.find((doer) => doer !== 'applicant' && doer !== 'system' && doer !== 'window') ?? 'window';
    const place = role === 'window' ? 'service-bureau' : unit;
    const [holder, other] = [officer(role, place), officer(role, place)];
    const state = from.find((one) => one !== 'submitted') ?? (from[0] as State);
    const file = await caseIn[state as 'review'](play);
    await sql(`update cases.case_file set holder_id = $2, holder_name = 'A', leased_until = now() + interval '1 day' where case_no = $1`, [
      file.caseNo,
      holder.personId,
    ]);
    expect(await play.answers(name, { ...file, ...said[name] }, other)).toBe('held_by_another');
  });
});

describe('a clock', () => {
  test('is paused once, for a reason that the law knows', async () => {
    const file = await caseIn.review(play);
    expect(await play.answers('pause-clock', { ...file, reason: 'holiday' }, cast.reviewer)).toBe('pause_not_allowed');
    const paused = await play.does('pause-clock', { ...file, reason: 'hearing' }, cast.reviewer);
    expect(await play.answers('pause-clock', { ...paused, reason: 'hearing' }, cast.reviewer)).toBe('clock_not_running');
  });

  test('is not extended where the item knows no extension, and an apology names a working day to come', async () => {
    const strict = await play.does('accept', await apply(strictItem), cast.window);
    expect(await play.answers('extend', { ...strict, reason: 'x' }, cast.head)).toBe('extension_not_allowed');
    for (const on of ['2030-01-06', '2020-01-06'])
      expect(await play.answers('apologise', { ...strict, on, reason: 'late' }, cast.head)).toBe('not_a_workday');
  });
});

describe('a stage', () => {
  test('is one of the case, done by as many officers as it wants, and not by one who did another', async () => {
    const strict = await play.does('accept', await apply(strictItem), cast.window);
    const done = { outcome: 'pass', opinion: 'ok' };
    expect(await play.answers('finish-stage', { ...strict, ...done, stage: 'survey' }, cast.reviewer)).toBe('no_such_task');
    const next = await play.does('finish-stage', { ...strict, ...done, stage: 'documents' }, cast.reviewer);
    expect(await play.answers('finish-stage', { ...next, ...done, stage: 'review', with: 'B' }, cast.reviewer)).toBe('same_person');
    const second = officer('reviewer', unit);
    for (const named of [undefined, ' ', second.name])
      expect(await play.answers('finish-stage', { ...next, ...done, stage: 'review', with: named }, second)).toBe('second_officer_needed');
  });

  test('is asked of a unit once at a time, and a draft goes back only to a stage of its plan', async () => {
    const asked = await play.does('ask-opinion', { ...(await caseIn.review(play)), ...said['ask-opinion'] }, cast.reviewer);
    expect(await play.answers('ask-opinion', { ...asked, ...said['ask-opinion'] }, cast.reviewer)).toBe('asked_already');
    expect(await play.answers('send-back', { ...(await caseIn.deciding(play)), reason: 'x', stage: 'survey' }, cast.signer)).toBe(
      'no_such_task',
    );
    const undrafted = await reviewed(play, await caseIn.review(play));
    expect(await play.answers('propose', { ...undrafted, outcome: 'refused' }, cast.reviewer)).toBe('reason_needed');
  });
});

test('the green channel is opened with an officer who can be called', async () => {
  const file = await caseIn.submitted(play);
  const { rows } = await sql(
    `update directory.officer set phone = '' where position = (select max(position) from directory.officer) returning person_id`,
  );
  await sql(`update directory.edition set edition = edition || ' again'`);
  const { person_id: officerId } = rows[0] as { person_id: string };
  await expect.poll(() => rehearsal.answers('open-green', { ...file, officerId, reason: 'urgent' }, cast.head)).toBe('unknown_person');
});

describe('papers', () => {
  const slot = (draftId: string, what: object) => play.answers('save-slot', { draftId, ...what }, play.citizen);

  test('of a draft are the sender’s own, no more than are wanted, and owed only where they may be', async () => {
    const { draftId } = (await play.does('start-draft', { itemCode: sole.itemCode }, play.citizen)) as unknown as { draftId: string };
    await play.does('save-answer', { draftId, key: 'hasName', value: true }, play.citizen);
    expect(await slot(draftId, { slot: 'identity', add: [nowhere] })).toBe('files_unusable');
    expect(await slot(draftId, { slot: 'identity', owed: true })).toBe('owing_not_allowed');
    for (let i = 0; i < 60; i += 1) await sql(copyOfFile, [play.fileId]);
    const { rows } = await sql(`select file_id from documents.file where name = 'a copy'`);
    const all = rows.map((row: { file_id: string }) => row.file_id);
    expect(await slot(draftId, { slot: 'identity', add: all.slice(0, 20) })).toBe('too_many_files');
  });
  const copyOfFile = `insert into documents.file (file_id, owner_id, name, key, sha256, bytes, media_type, at)
    select gen_random_uuid(), owner_id, 'a copy', key, sha256, bytes, media_type, at from documents.file where file_id = $1`;

  test('of a correction are there, and the sender’s own', async () => {
    const asked = await caseIn.correction(play);
    const answer = (slots: object) => play.answers('answer-correction', { ...asked, slots }, play.citizen);
    expect(await answer({ floorPlan: { fileIds: [nowhere] } })).toBe('files_unusable');
    expect(await answer({ floorPlan: { fileIds: [] } })).toBe('documents_missing');
  });

  test('that were owed are no more than are wanted', async () => {
    const submitted = await play.submits(food, { 'healthCertificates.0': { owed: true }, healthCertificates: { owed: true } });
    const owing = await play.does('accept-tolerated', { ...submitted, promise: 'soon' }, cast.window);
    const fileIds = [play.fileId, play.fileId, play.fileId];
    expect(await play.answers('supply', { ...owing, slot: 'healthCertificates.0', fileIds }, play.citizen)).toBe('too_many_files');
  });

  test('that are somebody else’s stand in no application', async () => {
    const slots = { identity: { fileIds: [nowhere] }, premisesProof: { fileIds: [nowhere] } };
    expect(await play.answers('submit', { ...sole, slots }, play.citizen)).toBe('files_unusable');
  });

  test('of a decision come when it is printed; a matter is rated once', async () => {
    const decided = await caseIn.decided(play);
    expect(await play.answers('decision-pdf', { caseNo: decided.caseNo }, play.citizen)).toBe('not_ready');
    expect(await play.answers('decision-pdf', { caseNo: (await caseIn.review(play)).caseNo }, play.citizen)).toBe('not_found');
    const { version } = await play.does('rate', { ...decided, grade: 5 }, play.citizen);
    expect(await play.answers('rate', { ...decided, version, grade: 1 }, play.citizen)).toBe('rated_already');
  });
});

describe('a draft that was begun in time', () => {
  const begin = async (desk: Desk, body: object) => String((await desk.post('/cases/drafts', body)).body['draftId']);
  const sending = async (desk: Desk, draftId: string) => (await desk.post(`/cases/drafts/${draftId}/submit`)).body.code;

  test('is not sent once its item has ended, and nobody begins another', async () => {
    const draftId = await begin(elder, { itemCode: endedItem });
    await admin.post(`/catalogue/items/${endedItem}/retire`, { version: 1, lastDay: '2020-07-30' });
    expect(await sending(elder, draftId)).toBe('item_retired');
    expect((await elder.post('/cases/drafts', { itemCode: endedItem, channel: 'phone' })).body.code).toBe('item_retired');
  });

  test('is not sent by a way that is closed, nor by one that the item no longer offers', async () => {
    const draftId = await begin(elder, { itemCode: plainItem.code });
    const suspension = { scope: { item: plainItem.code }, channels: ['online'], from: office.app.now().toISOString(), reason: 'x' };
    const { suspensionId, version } = (await admin.post('/channels/suspensions', suspension)).body;
    expect(await sending(elder, draftId)).toBe('channel_closed');
    await admin.post(`/channels/suspensions/${String(suspensionId)}/end`, { version });
    await publish({ ...plainItem, version: 2, effectiveFrom: '2020-01-02', channels: { 'walk-in': {} } });
    expect(await sending(elder, draftId)).toBe('channel_not_offered');
  });

  test('is not sent for somebody who has ended the mandate', async () => {
    const citizen = await office.as('citizen');
    const { name, phone, personId } = (await elder.get('/identity/me')).body;
    const untilOn = `${new Date().getUTCFullYear() + 1}-01-01`;
    const me = (await citizen.get('/identity/me')).body;
    const given = (await elder.post('/identity/mandates', { as: 'principal', name: me['name'], phone: me['phone'], untilOn })).body;
    expect([name, phone]).not.toContain(undefined);
    const draftId = await begin(citizen, { itemCode: strictItem, onBehalfOf: personId });
    await elder.post(`/identity/mandates/${String(given['mandateId'])}/end`, { version: given['version'] });
    expect(await sending(citizen, draftId)).toBe('no_mandate');
  });

  test('is not sent with a declaration of somebody who has broken a promise since', async () => {
    const their = await play.newcomer();
    const { draftId } = (await their.does('start-draft', { itemCode: sole.itemCode }, their.citizen)) as unknown as { draftId: string };
    for (const [key, value] of Object.entries(sole.answers)) await their.does('save-answer', { draftId, key, value }, their.citizen);
    await their.does('save-slot', { draftId, slot: 'identity', add: [their.fileId] }, their.citizen);
    await their.does('save-slot', { draftId, slot: 'premisesProof', committed: true }, their.citizen);
    const { caseNo } = await their.submits(sole);
    await sql(
      `update cases.action set detail = '{"broken":[{}]}' where seq = 1 and case_id = (select case_id from cases.case_file where case_no = $1)`,
      [caseNo],
    );
    expect(await their.answers('submit-draft', { draftId }, their.citizen)).toBe('commitment_not_allowed');
  });

  test('is not sent with a paper in which a virus was found meanwhile', async () => {
    const citizen = await office.as('citizen');
    const draftId = await begin(citizen, { itemCode: sole.itemCode });
    const at = (what: string, body: object) => citizen.post(`/cases/drafts/${draftId}/${what}`, body);
    for (const [key, value] of Object.entries(sole.answers)) await at('answer', { key, value });
    for (const slot of ['identity', 'premisesProof']) await at('slot', { slot, add: [play.fileId] });
    await sql(`update documents.file set scan = 'infected' where file_id = $1`, [play.fileId]);
    expect(await sending(citizen, draftId)).toBe('files_unusable');
    await sql(`update documents.file set scan = 'pending' where file_id = $1`, [play.fileId]);
  });
});
