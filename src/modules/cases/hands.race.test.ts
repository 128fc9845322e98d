import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindEndpoints } from '#kernel/app.ts';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact } from '#kernel/module.ts';
import { perform } from '#kernel/pipeline.ts';
import { withClient } from '#main/postgres/check.ts';
import { personIdsByUsername } from '#modules/identity/index.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import type { CaseView } from './contract/read.ts';
import { checkups, reactions } from './reactions.ts';
import { cast, caseIn, flag, officer, openPlay, type Play, type Standing, unit } from './testing.ts';

let office: Office;
let play: Play;
const colleague = officer('reviewer', unit);
const otherWindow = officer('window', 'service-bureau/window');

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
}, 60_000);
afterAll(() => office.close());

async function view({ caseNo }: { caseNo: string }): Promise<CaseView> {
  return ((await play.attempt('get-case', { caseNo }, cast.supervisor)) as { body: unknown }).body as CaseView;
}

describe('a case in somebody’s hand', () => {
  test('is closed to colleagues for a day, and then theirs to take', async () => {
    const claimed = await play.does('claim', await caseIn.review(play), cast.reviewer);
    const pausing = { ...claimed, reason: 'hearing' };
    expect(await play.answers('claim', claimed, colleague)).toBe('held_by_another');
    expect(await play.answers('pause-clock', pausing, colleague)).toBe('held_by_another');
    expect(await play.later(0.9).answers('pause-clock', pausing, colleague)).toBe('held_by_another');
    expect(await play.later(1.1).answers('pause-clock', pausing, colleague)).toBe('done');
  });

  test('is taken by the act that needs it, and renewed by the next', async () => {
    const paused = await play.does('pause-clock', { ...(await caseIn.review(play)), reason: 'hearing' }, cast.reviewer);
    expect((await view(paused)).holder?.personId).toBe(cast.reviewer.personId);
    const resumed = await play.later(0.9).does('resume-clock', paused, cast.reviewer);
    expect(await play.later(1.5).answers('claim', resumed, colleague)).toBe('held_by_another');
  });

  test('holds up neither the other lane nor the signature', async () => {
    const claimed = await play.does('claim', await caseIn.review(play), cast.reviewer);
    expect(await play.answers('finish-stage', { ...claimed, stage: 'environment', outcome: 'pass', opinion: 'ok' }, cast.asked)).toBe(
      'done',
    );
    expect(await play.answers('sign', await caseIn.deciding(play), cast.signer)).toBe('done');
  });

  test('given back is anybody’s', async () => {
    const claimed = await play.does('claim', await caseIn.review(play), cast.reviewer);
    const released = await play.does('release', claimed, cast.head);
    expect(await play.answers('claim', released, colleague)).toBe('done');
  });

  test('can be handed to an officer who may take it, to nobody else, and back to the pool', async () => {
    const ids = await office.app.db.read((tx) => personIdsByUsername(tx, ['reviewer', 'reviewer2']));
    const claimed = await play.does('claim', await caseIn.review(play), colleague);
    const to = (username: string) => ({ ...claimed, toPersonId: ids.get(username), reason: 'ill' });
    expect(await play.answers('hand-over', to('reviewer2'), cast.head)).toBe('cannot_take_it');
    expect(await play.answers('hand-over', { ...claimed, toPersonId: colleague.personId }, cast.head)).toBe('unknown_person');
    const handed = await play.does('hand-over', to('reviewer'), cast.head);
    expect((await view(handed)).holder?.personId).toBe(ids.get('reviewer'));
    const pooled = await play.does('hand-over', handed, cast.supervisor);
    expect((await view(pooled)).holder).toBeNull();
  });
});

test('a batch does what it can and says of each case why not', async () => {
  const [free, held, accepted] = [await caseIn.submitted(play), await caseIn.submitted(play), await caseIn.review(play)];
  await play.does('claim', held, otherWindow);
  const cases = [free, held, accepted, { caseNo: 'HCXX-XXXX-XXXX' }].map(({ caseNo }) => ({ caseNo }));
  const outcome = await play.attempt('batch', { act: 'accept', cases }, cast.window);
  expect(outcome).toMatchObject({
    kind: 'done',
    body: {
      results: [
        { caseNo: free.caseNo, done: true, state: 'review' },
        { caseNo: held.caseNo, done: false, code: 'held_by_another' },
        { caseNo: accepted.caseNo, done: false, code: 'wrong_stage' },
        { caseNo: 'HCXX-XXXX-XXXX', done: false, code: 'not_found' },
      ],
    },
  });
});

test('somebody else’s case is not found, whatever is sent with it', async () => {
  const asked = await play.does('ask-correction', { ...(await caseIn.submitted(play)), flags: [flag] }, cast.window);
  const stranger = officer('citizen', '');
  expect(await play.answers('answer-correction', { ...asked, answers: { shopName: 7 } }, stranger)).toBe('not_found');
  expect(await play.answers('answer-correction', { ...asked, answers: { shopName: 7 } }, play.citizen)).toBe('invalid');
});

test('an announced change of the calendar moves due days and is written into every log it touches', async () => {
  const [file, waiting] = [await caseIn.review(play), await caseIn.correction(play)];
  const before = (await view(file)).clock.promisedBy as string;
  const change = [...bindEndpoints(office.app.modules).values()].find(({ name }) => name === 'addCalendarChange');
  const input = { calendar: 'CN', from: before, worked: false, reason: { 'zh-Hans': '延长假期' } };
  const admin = { ...officer('admin', ''), personId: undefined };
  const request = { actor: admin, language: 'zh-Hans', requestId: 'test', address: '' } as const;
  const outcome = change && (await perform(office.app, { bound: change, input, ...request }));
  expect(outcome).toMatchObject({ kind: 'done' });
  expect(await office.dispatch()).toBeGreaterThan(0);
  const reaction = reactions.find(({ on }) => on === 'directory.calendar_changed');
  const fact = { module: 'directory', kind: 'calendar_changed', payload: { calendar: 'CN', days: [before], worked: false } };
  for (let twice = 0; twice < 2; twice += 1) await reaction?.run(jobOf(office.app, 'cases'), fact as unknown as Fact);
  const moved = await view(file);
  expect((moved.clock.promisedBy as string) > before).toBe(true);
  expect(moved.actions.filter(({ act }) => act === 'recompute')).toHaveLength(1);
  expect(moved.actions.at(-1)).toMatchObject({ act: 'recompute', actor: 'system', before: 'review', after: 'review' });
  const stood = await view(waiting);
  expect(stood.correction?.dueOn).toBe(stood.clock.dueOn);
});

describe('the log of a case', () => {
  const broken = () =>
    jobOf(office.app, 'cases').transaction((act) => checkups.find(({ name }) => name.includes('chain'))?.run(act) ?? Promise.resolve([]));
  const asOwner = (sql: string) => withClient(office.ownerUrl, (client) => client.query(sql));

  test.each([
    ['a changed word', (of: string) => `update cases.action set reason = 'another' where seq = 2 and ${of}`],
    ['a changed hour', (of: string) => `update cases.action set at = at - interval '1 day' where seq = 2 and ${of}`],
    ['a missing end', (of: string) => `delete from cases.action where seq = 2 and ${of}`],
  ])('shows %s to whoever checks the chain', async (_, alter) => {
    const { caseNo } = await caseIn.review(play);
    expect(await broken()).not.toContain(caseNo);
    await asOwner(alter(`case_id = (select case_id from cases.case_file where case_no = '${caseNo}')`));
    expect(await broken()).toContain(caseNo);
  });

  test.each(['update cases.action set reason = null', 'delete from cases.action', 'truncate cases.action', 'delete from cases.case_file'])(
    'cannot be touched by the application itself: %s',
    async (sql) => {
      await expect(office.app.db.transaction((tx) => tx.run(sql))).rejects.toThrow('permission denied');
    },
  );

  test('of two who act on the same version one is told that the other was faster', async () => {
    const file: Standing = await caseIn.submitted(play);
    const codes = await Promise.all([play.answers('accept', file, cast.window), play.answers('withdraw', file, play.citizen)]);
    expect(codes.sort()).toEqual(['done', 'stale_version']);
  });
});
