import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { addWorkdays, type Calendar, dayOf } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import type { CaseView } from './contract/read.ts';
import { routines } from './reactions.ts';
import { cast, caseIn, flag, food, household, officer, openPlay, type Play, reviewed, sole, type Standing } from './testing.ts';

let office: Office;
let play: Play;
let calendar: Calendar;
const vietnam = {
  window: officer('window', 'giang-nam-district/one-stop'),
  reviewer: officer('reviewer', 'giang-nam-district/finance'),
};

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  calendar = (await office.app.db.read(getDirectory)).calendarOf('990100');
}, 60_000);
afterAll(() => office.close());

async function view({ caseNo }: { caseNo: string }): Promise<CaseView> {
  const outcome = await play.attempt('get-case', { caseNo }, cast.supervisor);
  return (outcome as { body: unknown }).body as CaseView;
}
const run = (name: string, on: Play) => routines.find((routine) => routine.name === name)?.run(jobOf(on.app, 'cases'));
const lastAct = async (file: Standing) => (await view(file)).actions.at(-1);

describe('a correction', () => {
  test('names everything at once, stands the clock still, and wants every flag answered', async () => {
    const asked = await play.does(
      'ask-correction',
      { ...(await caseIn.review(play)), flags: [flag, { path: 'answers.shopName', note: 'differs' }] },
      cast.reviewer,
    );
    const stood = await view(asked);
    expect(stood).toMatchObject({ state: 'correction', clock: { running: false, pauseReason: 'correction' }, correction: { round: 1 } });
    expect(stood.clock.dueOn).toBe(stood.correction?.dueOn);
    const half = await play.later(2).attempt('answer-correction', { ...asked, answers: { shopName: '禾味大厨' } }, play.citizen);
    expect(half).toMatchObject({ code: 'flags_open', facts: { paths: ['slots.floorPlan'] } });
    const contested = { ...asked, answers: { shopName: '禾味大厨' }, contest: 'the plan is readable' };
    const back = await view(await play.later(7).does('answer-correction', contested, play.citizen));
    expect(back).toMatchObject({ state: 'review', answers: { shopName: '禾味大厨' }, clock: { running: true } });
    expect(back.clock.promisedBy).not.toBeNull();
    expect((await lastAct(asked))?.reason).toBe('the plan is readable');
  });

  test('gives the office the days back that it stood', async () => {
    const file = await caseIn.review(play);
    const before = (await view(file)).clock.promisedBy as string;
    const asked = await play.later(1).does('ask-correction', { ...file, flags: [flag] }, cast.reviewer);
    await play.later(8).does('answer-correction', { ...asked, contest: 'it is right' }, play.citizen);
    const after = (await view(file)).clock.promisedBy as string;
    expect(after > before).toBe(true);
    expect(after <= addWorkdays(calendar, before, 8)).toBe(true);
  });

  test('drops the answers that the changed ones no longer ask for', async () => {
    const raw = { ...food, answers: { ...food.answers, business: 'restaurant', dishes: ['hot'], rawFish: true, coldRoom: 'left' } };
    const asked = await play.does(
      'ask-correction',
      { ...(await play.submits(raw)), flags: [{ path: 'answers.rawFish', note: '?' }] },
      cast.window,
    );
    const back = await view(await play.does('answer-correction', { ...asked, answers: { rawFish: false } }, play.citizen));
    expect(back.answers).not.toHaveProperty('coldRoom');
  });

  test('leaves the clock standing where it stands for another reason too', async () => {
    const paused = await play.does('pause-clock', { ...(await caseIn.review(play)), reason: 'expert-review' }, cast.reviewer);
    const asked = await play.does('ask-correction', { ...paused, flags: [flag] }, cast.reviewer);
    const back = await play.later(3).does('answer-correction', { ...asked, contest: 'it is right' }, play.citizen);
    expect((await view(back)).clock).toMatchObject({ running: false, pauseReason: 'expert-review' });
    expect((await view(await play.later(4).does('resume-clock', back, cast.reviewer))).clock).toMatchObject({ running: true });
  });

  test('is asked once at the window, and never by a flag the item does not know', async () => {
    const asked = await caseIn.correction(play);
    const back = await play.does('answer-correction', { ...asked, contest: 'it is right' }, play.citizen);
    expect(await play.answers('ask-correction', { ...back, flags: [flag] }, cast.window)).toBe('asked_already');
    expect(
      await play.answers(
        'ask-correction',
        { ...(await caseIn.review(play)), flags: [{ path: 'slots.passport', note: '' }] },
        cast.reviewer,
      ),
    ).toBe('unknown_flag');
  });

  test('in Vietnam begins the limit again from the complete dossier', async () => {
    const accepted = await play.does('accept', await play.submits(household), vietnam.window);
    const asked = await play.does('ask-correction', { ...accepted, flags: [{ path: 'slots.identity', note: '?' }] }, vietnam.reviewer);
    await play.later(14).does('answer-correction', { ...asked, contest: 'đúng' }, play.citizen);
    const { clock } = await view(asked);
    expect(clock.segments.filter((segment) => segment.clock === 'promised').map(({ kind }) => kind)).toEqual([
      'running',
      'paused',
      'restarted',
    ]);
    expect((clock.promisedBy as string) > dayOf(play.later(14).app.now(), 'Asia/Ho_Chi_Minh')).toBe(true);
  });

  test('lapses when it was never answered, not a day early', async () => {
    const asked = await caseIn.correction(play);
    expect(await play.later(25).answers('lapse', asked, cast.window)).toBe('too_early');
    expect((await play.later(40).does('lapse', asked, cast.window)).state).toBe('lapsed');
  });
});

describe('acceptance', () => {
  test('with a paper owed is by tolerance, on a promise; without one it is not', async () => {
    const owing = await play.submits(food, { healthCertificates: { owed: true } });
    expect(await play.answers('accept', owing, cast.window)).toBe('documents_owed');
    const accepted = await play.does('accept-tolerated', { ...owing, promise: 'in ten days' }, cast.window);
    expect(await view(accepted)).toMatchObject({ lane: 'tolerance', state: 'review', holder: null });
    expect(await play.answers('accept-tolerated', { ...(await play.submits()), promise: '-' }, cast.window)).toBe('nothing_owed');
  });

  test('comes by silence, as of the day of receipt, when nobody answered in time', async () => {
    const silent = await play.does('claim', await play.submits(), cast.window);
    await run('silence_accepts', play.later(3));
    expect((await view(silent)).state).toBe('submitted');
    await run('silence_accepts', play.later(20));
    const deemed = await view(silent);
    expect(deemed).toMatchObject({ state: 'review', acceptedAt: deemed.receivedAt, holder: null });
    expect(deemed.stages.map(({ key }) => key)).toEqual(['documents', 'environment']);
    expect(deemed.actions.at(-1)).toMatchObject({ act: 'accept', actor: 'system' });
  });
});

describe('lateness', () => {
  test('a Vietnamese case says sorry by itself, once, with one new day', async () => {
    const accepted = await play.does('accept', await play.submits(household), vietnam.window);
    await run('late_cases_apologise', play.later(30));
    await run('late_cases_apologise', play.later(31));
    const { actions } = await view(accepted);
    expect(actions.filter(({ act }) => act === 'apologise')).toHaveLength(1);
    expect(
      await play
        .later(31)
        .answers('apologise', { caseNo: accepted.caseNo, version: accepted.version + 1, on: '2030-01-07', reason: '-' }, vietnam.reviewer),
    ).toBe('appointed_already');
  });

  test('a Chinese case does not', async () => {
    const file = await caseIn.review(play);
    await run('late_cases_apologise', play.later(30));
    expect((await lastAct(file))?.act).toBe('accept');
  });

  test('is put off once by an extension, before the day has passed, by the responsible unit alone', async () => {
    const file = await caseIn.review(play);
    expect(await play.answers('extend', { ...file, reason: '-' }, officer('head', 'ecology'))).toBe('forbidden');
    const extended = await play.does('extend', { ...file, reason: 'a hard one' }, cast.head);
    const due = (await view(file)).clock.promisedBy as string;
    expect(due).toBe(addWorkdays(calendar, dayOf(play.app.now(), calendar.zone), 15));
    expect(await play.answers('extend', { ...extended, reason: 'again' }, cast.head)).toBe('extended_already');
    expect(await play.later(40).answers('extend', { ...(await caseIn.review(play)), reason: 'late' }, cast.head)).toBe(
      'extension_too_late',
    );
  });
});

describe('a decision', () => {
  test('is not signed by whoever drafted it or did one of its stages', async () => {
    const both = {
      ...officer('reviewer', 'market-regulation'),
      grants: ['reviewer', 'head'].map((role) => ({ role, unitCode: 'market-regulation' })),
    } as never;
    const drafted = await play.does('propose', { ...(await reviewed(play, await caseIn.review(play))), outcome: 'approved' }, both);
    expect(await play.answers('sign', drafted, both)).toBe('same_person');
    const finished = await play.does(
      'finish-stage',
      { ...(await caseIn.review(play)), stage: 'documents', outcome: 'pass', opinion: 'ok' },
      both,
    );
    const deciding = await play.does('finish-stage', { ...finished, stage: 'environment', outcome: 'pass', opinion: 'ok' }, cast.asked);
    const proposed = await play.does('propose', { ...deciding, outcome: 'approved' }, cast.reviewer);
    expect(await play.answers('sign', proposed, both)).toBe('same_person');
    expect(await play.answers('sign', proposed, cast.signer)).toBe('done');
  });

  test('that refuses needs its reason', async () => {
    const deciding = await reviewed(play, await caseIn.review(play));
    expect(await play.answers('propose', { ...deciding, outcome: 'refused' }, cast.reviewer)).toBe('reason_needed');
  });

  test('opened again keeps the old one, is looked at anew stage by stage, and is delivered in a time of its own', async () => {
    const served = await caseIn.served(play);
    const opened = await play.later(30).does('reopen', { ...served, reason: 'an error', basis: 'article 69' }, cast.head);
    expect(await view(opened)).toMatchObject({ state: 'review', decision: { outcome: 'approved' }, outcome: null });
    const half = await play
      .later(31)
      .does('finish-stage', { ...opened, stage: 'documents', outcome: 'concern', opinion: 'no' }, cast.reviewer);
    expect(half.state).toBe('review');
    const anew = await play.later(31).does('finish-stage', { ...half, stage: 'environment', outcome: 'pass', opinion: 'ok' }, cast.asked);
    const drafted = await play.later(31).does('propose', { ...anew, outcome: 'refused', reason: 'too near' }, cast.reviewer);
    const signed = await view(await play.later(31).does('sign', drafted, cast.signer));
    expect(signed).toMatchObject({
      state: 'decided',
      outcome: 'refused',
      decision: { outcome: 'refused', earlier: { outcome: 'approved' } },
    });
    expect((signed.clock.dueOn as string) > dayOf(play.later(31).app.now(), calendar.zone)).toBe(true);
  });

  test('of an item without a review goes back, and is opened again, to be decided anew', async () => {
    const { registrar, signer } = cast;
    const drafted = await play.does(
      'propose',
      { ...(await play.does('accept', await play.submits(sole), cast.window)), outcome: 'approved' },
      registrar,
    );
    const back = await play.does('send-back', { ...drafted, reason: 'the name' }, signer);
    expect(back.state).toBe('deciding');
    expect(await play.answers('sign', back, signer)).toBe('nothing_drafted');
    const signed = await play.does('sign', await play.does('propose', { ...back, outcome: 'approved' }, registrar), signer);
    expect((await play.does('reopen', { ...signed, reason: 'an error', basis: 'article 69' }, signer)).state).toBe('deciding');
  });

  test('sent back reopens one stage, and comes again when that is done', async () => {
    const back = await play.does('send-back', { ...(await caseIn.deciding(play)), reason: 'look again' }, cast.signer);
    expect((await view(back)).stages.filter(({ state }) => state === 'open').map(({ key }) => key)).toEqual(['documents']);
    expect((await play.does('finish-stage', { ...back, stage: 'documents', outcome: 'pass', opinion: 'ok' }, cast.reviewer)).state).toBe(
      'deciding',
    );
  });
});

test('a case withdrawn before the signature has ended, with every clock stopped', async () => {
  const file = await view(await play.does('withdraw', { ...(await caseIn.deciding(play)), reason: 'not now' }, play.citizen));
  expect(file).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', clock: { dueOn: null } });
  expect(file.clock.segments.filter(({ to }) => to === null)).toEqual([]);
});
