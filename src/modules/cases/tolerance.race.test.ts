import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { addWorkdays, type Calendar, dayOf } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import type { CaseView } from './contract/read.ts';
import { routines } from './reactions.ts';
import { cast, food, household, officer, openPlay, type Play, reviewed, sole, type Standing } from './testing.ts';

const dayMs = 86_400_000;
let office: Office;
let play: Play;
let calendar: Calendar;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  calendar = (await office.app.db.read(getDirectory)).calendarOf('990100');
}, 60_000);
afterAll(() => office.close());

async function view({ caseNo }: { caseNo: string }): Promise<CaseView> {
  return (await play.does('get-case', { caseNo }, cast.supervisor)) as unknown as CaseView;
}
const promise = 'in time';
const owedFiles = (on: Play) => ({ fileIds: [on.fileId] });
const run = (on: Play) => routines.find(({ name }) => name === 'owed_papers')?.run(jobOf(on.app, 'cases'));
const acts = async (file: Standing) => (await view(file)).actions.map(({ act }) => act);

/** The health certificate follows within ten working days: the decision does not wait for it, the result does, and without it the case ends. */
async function foodDeciding(): Promise<Standing> {
  const owing = await play.submits(food, { healthCertificates: { owed: true } });
  const accepted = await play.does('accept-tolerated', { ...owing, promise }, cast.window);
  return play.does('propose', { ...(await reviewed(play, accepted)), outcome: 'approved' }, cast.reviewer);
}

const hygiene = {
  itemCode: '000123201001',
  answers: {
    sort: 'hair',
    name: '小满理发',
    address: '安和区柳岸街30号',
    area: 42,
    airCondition: false,
    staff: [{ name: '闻一诺', idNo: 'DEMO7100' }],
  },
};
const inspector = officer('reviewer', 'health');
/** The test report holds up the decision itself. */
async function hygieneDeciding(): Promise<Standing> {
  const file = owedFiles(play);
  const slots = { businessLicence: file, layout: file, healthCertificates: file, testReport: { owed: true } };
  const accepted = await play.does('accept-tolerated', { ...(await play.submits(hygiene, slots)), promise }, cast.window);
  const open = (await view(accepted)).stages.filter(({ state }) => state === 'open');
  let standing = accepted;
  for (const { key } of open)
    standing = await play.does('finish-stage', { ...standing, stage: key, outcome: 'pass', opinion: 'ok', with: '-' }, inspector);
  return play.does('propose', { ...standing, outcome: 'approved' }, inspector);
}

const nurse = () => ({
  itemCode: '000123601003',
  answers: {
    certificateNo: 'HS9900220145',
    validUntil: dayOf(play.later(40).app.now(), 'Asia/Shanghai'),
    hospital: '禾川市第二医院',
    changedHospital: false,
    stopped: false,
    fit: true,
  },
});
/** The health report holds up nothing: the result is given out on the condition that it comes. */
async function nurseDecided(): Promise<Standing> {
  const reviewer = officer('reviewer', 'health/medical-practice');
  const owing = await play.submits(nurse(), { certificate: owedFiles(play), healthReport: { owed: true } });
  const accepted = await play.does('accept-tolerated', { ...owing, promise }, cast.window);
  const done = await play.does('finish-stage', { ...accepted, stage: 'review', outcome: 'pass', opinion: 'ok' }, reviewer);
  return play.does('sign', await play.does('propose', { ...done, outcome: 'approved' }, reviewer), officer('signer', 'health'));
}

describe('a paper that is owed', () => {
  test('holds up a favourable decision where the item says so, but not a refusal', async () => {
    const deciding = await hygieneDeciding();
    const signer = officer('signer', 'health');
    expect(await play.answers('sign', deciding, signer)).toBe('documents_owed');
    const refused = await play.does('propose', { ...deciding, outcome: 'refused', reason: 'too damp' }, inspector);
    expect((await play.does('sign', refused, signer)).state).toBe('decided');
    const supplied = await play.does('supply', { ...(await hygieneDeciding()), slot: 'testReport', ...owedFiles(play) }, play.citizen);
    expect((await play.does('sign', supplied, signer)).state).toBe('decided');
  });

  test('holds up the result where the item says so: signed, but not handed over before it comes', async () => {
    const signed = await play.does('sign', await foodDeciding(), cast.signer);
    expect(await play.answers('serve', { ...signed, way: 'counter' }, cast.window)).toBe('documents_owed');
    const supplied = await play.does('supply', { ...signed, slot: 'healthCertificates.0', ...owedFiles(play) }, play.citizen);
    expect((await play.does('serve', { ...supplied, way: 'counter' }, cast.window)).state).toBe('served');
  });

  test('holds up nothing where the item says so: the result goes out on condition', async () => {
    const signed = await nurseDecided();
    expect((await play.does('serve', { ...signed, way: 'counter' }, cast.window)).state).toBe('served');
  });

  test('is reminded of once before its day', async () => {
    const deciding = await foodDeciding();
    await run(play);
    expect(await acts(deciding)).not.toContain('remind-owed');
    const today = dayOf(play.app.now(), calendar.zone);
    const left = (Date.parse(addWorkdays(calendar, today, 10)) - Date.parse(today)) / dayMs;
    for (const days of [left - 1, left]) await run(play.later(days));
    expect((await acts(deciding)).filter((act) => act === 'remind-owed')).toHaveLength(1);
    expect((await view(deciding)).state).toBe('deciding');
  });

  test('ends the case when it never comes, not a day early, the signed result that was kept back too', async () => {
    const [deciding, signed] = [await foodDeciding(), await play.does('sign', await foodDeciding(), cast.signer)];
    expect(await play.answers('lapse', deciding, cast.reviewer)).toBe('too_early');
    expect(
      await play.answers('lapse', await reviewed(play, await play.does('accept', await play.submits(), cast.window)), cast.reviewer),
    ).toBe('nothing_owed');
    await run(play.later(30));
    for (const file of [deciding, signed]) expect(await view(file)).toMatchObject({ state: 'lapsed', outcome: 'lapsed' });
    expect((await view(signed)).clock.segments.filter(({ to }) => to === null)).toEqual([]);
  });

  test('handed in at the very moment it runs out: the case ends or goes on, never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const deciding = await foodDeciding();
      const late = play.later(30);
      const hand = { ...deciding, slot: 'healthCertificates.0', ...owedFiles(play) };
      const [, code] = await Promise.all([run(late), late.answers('supply', hand, play.citizen)]);
      const { state, actions } = await view(deciding);
      const happened = actions.map(({ act }) => act).filter((act) => act === 'supply' || act === 'lapse');
      expect({ code: code === 'done', state, happened }).toEqual(
        code === 'done' ? { code: true, state: 'deciding', happened: ['supply'] } : { code: false, state: 'lapsed', happened: ['lapse'] },
      );
    }
  });

  test('revokes by itself a result that was given out on its condition', async () => {
    const served = await play.does('serve', { ...(await nurseDecided()), way: 'counter' }, cast.window);
    await run(play.later(45));
    expect(await view(served)).toMatchObject({ state: 'closed', outcome: 'revoked', decision: { revokedAt: expect.any(String) } });
    expect((await acts(served)).at(-1)).toBe('revoke');
  });

  test('may come late where its absence is only noted, and the note stays for the next time', async () => {
    const window = officer('window', 'giang-nam-district/one-stop');
    const owing = await play.submits(household, { premises: { owed: true } });
    const accepted = await play.does('accept-tolerated', { ...owing, promise }, window);
    for (const days of [20, 21]) await run(play.later(days));
    const noted = await view(accepted);
    expect(noted.actions.filter(({ act }) => act === 'remind-owed')).toHaveLength(1);
    expect(noted.state).not.toBe('lapsed');
    const { caseNo, version } = noted;
    expect(await play.later(22).answers('supply', { caseNo, version, slot: 'premises', ...owedFiles(play) }, play.citizen)).toBe('done');
  });
});

describe('a declaration in the place of a paper', () => {
  const declared = { premisesProof: { committed: true } };
  const decide = async (file: Standing) =>
    play.does('sign', await play.does('propose', { ...file, outcome: 'approved' }, cast.registrar), cast.signer);

  test('is accepted like the paper, and checked after the decision', async () => {
    const decided = await decide(await play.does('accept', await (await play.newcomer()).submits(sole, declared), cast.window));
    const check = { ...decided, what: 'slots.premisesProof', result: 'right' };
    expect(await play.answers('check-later', { ...check, what: 'slots.identity' }, cast.registrar)).toBe('no_such_check');
    const done = await play.does('check-later', check, cast.registrar);
    expect(await play.answers('check-later', { ...check, ...done }, cast.registrar)).toBe('no_such_check');
  });

  /** All but sent, with the paper declared. */
  async function drafted(their: Play, slots: object): Promise<{ draftId: string }> {
    const who = their.citizen;
    const { draftId } = (await play.does('start-draft', { itemCode: sole.itemCode }, who)) as unknown as { draftId: string };
    for (const [key, value] of Object.entries(sole.answers)) await play.does('save-answer', { draftId, key, value }, who);
    await play.does('save-slot', { draftId, slot: 'identity', add: [their.fileId] }, who);
    for (const [slot, filling] of Object.entries(slots)) await play.does('save-slot', { draftId, slot, ...filling }, who);
    return { draftId };
  }

  test('that was false is a ground to revoke, and closes this way the next time', async () => {
    const their = await play.newcomer();
    const somebody = their.citizen;
    const decided = await decide(await play.does('accept', await their.submits(sole, declared), cast.window));
    const begun = await drafted(their, declared);
    const found = await play.does(
      'check-later',
      { ...decided, what: 'slots.premisesProof', result: 'wrong', note: 'no such shop' },
      cast.registrar,
    );
    const ground = { reason: 'a false declaration', basis: '行政许可法 69' };
    const revoked = await play.does('revoke', { ...found, ...ground }, cast.signer);
    expect(await view(revoked)).toMatchObject({ state: 'closed', outcome: 'revoked' });
    expect(await play.answers('revoke', { ...revoked, ...ground }, cast.signer)).toBe('nothing_to_revoke');
    const whole = { ...sole, slots: { identity: { fileIds: [their.fileId] }, ...declared } };
    expect(await play.answers('submit', whole, somebody)).toBe('commitment_not_allowed');
    expect(await play.answers('submit-draft', begun, somebody)).toBe('commitment_not_allowed');
    const slot = { ...begun, slot: 'premisesProof', committed: true };
    expect(await play.answers('save-slot', slot, somebody)).toBe('commitment_not_allowed');
    expect(await play.answers('save-slot', { ...slot, slot: 'identity' }, somebody)).toBe('commitment_not_allowed');
  });

  test('is made and taken back on the page without JavaScript, in the words one signs', async () => {
    const { token } = await office.as('elder');
    const headers = {
      cookie: `tongban_session=${token}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const desk = await office.as('elder');
    const { body } = await desk.post('/cases/drafts', { itemCode: sole.itemCode }, { 'idempotency-key': 'declare-on-the-page' });
    const draftId = String(body['draftId']);
    await desk.post(`/cases/drafts/${draftId}/answer`, { key: 'trade', value: 'goods' });
    const url = `/zh-Hans/drafts/${draftId}/documents`;
    const read = async (path = url) => (await office.http.inject({ url: path, headers })).body;
    const send = (form: string, fields: Record<string, string>) =>
      office.http.inject({ method: 'POST', url: `${url}?do=${form}`, headers, payload: new URLSearchParams(fields).toString() });
    expect(await read()).toContain('我承诺：这份材料要证明的情况属实');
    expect((await send('slot', { slot: 'premisesProof', committed: 'true' })).statusCode).toBe(303);
    expect(await read()).toContain('改为交材料');
    expect(await read(`/zh-Hans/drafts/${draftId}/check`)).toContain('已承诺');
    expect((await send('owed', { slot: 'premisesProof' })).statusCode).toBe(303);
    expect(await read()).not.toContain('改为交材料');
  });

  test('stands only where the item lets it', async () => {
    const slots = { premisesProof: { fileIds: [play.fileId] }, identity: { committed: true } };
    expect(await play.answers('submit', { ...sole, slots }, play.citizen)).toBe('invalid');
  });
});
