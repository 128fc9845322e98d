import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import type { CaseView } from './contract/read.ts';
import { routines } from './reactions.ts';
import { cast, caseIn, flag, food, officer, openPlay, type Play, sole, type Standing } from './testing.ts';

let office: Office;
let play: Play;
let officerId: string;
const reason = '抗疫急需';

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  const { officers } = await office.app.db.read(getDirectory);
  officerId = officers.find(({ phone }) => phone)?.personId ?? '';
}, 60_000);
afterAll(() => office.close());

async function view({ caseNo }: { caseNo: string }): Promise<CaseView> {
  return (await play.does('get-case', { caseNo }, cast.supervisor)) as unknown as CaseView;
}
const opens = (file: Standing, on = play) => on.does('open-green', { ...file, reason, officerId }, cast.head);
const openStages = async (file: Standing) => (await view(file)).stages.filter(({ state }) => state === 'open').map(({ key }) => key);
/** Large enough for a survey beside the papers. */
const large = { ...food, answers: { ...food.answers, premisesArea: 46 } };

describe('the green channel', () => {
  test('opened before acceptance merges the stages and shortens the promise', async () => {
    const normal = await view(await play.does('accept', await play.submits(large), cast.window));
    const accepted = await play.does('accept', await opens(await play.submits(large)), cast.window);
    const green = await view(accepted);
    expect(green).toMatchObject({ lane: 'green', state: 'review' });
    expect(await openStages(accepted)).toEqual(['documents', 'environment']);
    expect(normal.stages.map(({ key }) => key)).toContain('survey');
    expect((green.clock.promisedBy as string) < (normal.clock.promisedBy as string)).toBe(true);
    expect(green.clock.statutoryBy).toBe(normal.clock.statutoryBy);
  });

  test('opened in review closes the stages that are merged away; one form finishes them all', async () => {
    const accepted = await play.does('accept', await play.submits(large), cast.window);
    expect(await openStages(accepted)).toEqual(['documents', 'environment', 'survey']);
    const green = await opens(accepted);
    expect(await openStages(green)).toEqual(['documents', 'environment']);
    const said = { stage: 'documents', outcome: 'pass', opinion: 'papers and premises are right', with: '贺兰泽' };
    const done = await play.does('finish-stage', { ...green, ...said }, cast.reviewer);
    const last = { stage: 'environment', outcome: 'pass', opinion: 'ok' };
    expect((await play.does('finish-stage', { ...done, ...last }, cast.asked)).state).toBe('deciding');
  });

  test('opened while the applicant corrects merges what is left all the same', async () => {
    const accepted = await play.does('accept', await play.submits(large), cast.window);
    const asked = await play.does('ask-correction', { ...accepted, flags: [flag] }, cast.reviewer);
    const green = await opens(asked);
    expect(green.state).toBe('correction');
    const back = await play.does('answer-correction', { ...green, contest: 'it is right' }, play.citizen);
    expect(await openStages(back)).toEqual(['documents', 'environment']);
  });

  test('opened late never sets a day that is past, nor one beyond the promise given', async () => {
    const accepted = await play.does('accept', await play.submits(large), cast.window);
    const before = (await view(accepted)).clock.promisedBy as string;
    const later = play.later(3);
    const after = (await view(await opens(accepted, later))).clock.promisedBy as string;
    expect(after <= before).toBe(true);
    expect(after >= later.app.now().toISOString().slice(0, 10)).toBe(true);
  });

  test('is for items that have one, once, with an officer who can be called', async () => {
    const file = await caseIn.submitted(play);
    const given = { ...file, reason, officerId };
    expect(await play.answers('open-green', { ...given, officerId: play.citizen.personId ?? '' }, cast.head)).toBe('unknown_person');
    const green = await opens(file);
    expect(await play.answers('open-green', { ...given, ...green }, cast.head)).toBe('green_already');
    const plain = await play.submits(sole);
    expect(await play.answers('open-green', { ...given, ...plain }, cast.head)).toBe('no_green_channel');
  });

  test('names the officer to the applicant, and its use to the public', async () => {
    const { caseNo } = await opens(await play.submits(large));
    const { body } = await (await office.as()).post('/cases/track', { caseNo, phoneLast4: '5521' });
    expect(body['contact']).toMatchObject({ officer: expect.stringMatching(/./), phone: expect.stringMatching(/\d/) });
    const page = await office.http.inject({ url: '/zh-Hans/figures' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('食品经营许可证新办');
    expect(page.body).not.toContain(reason);
  });
});

const project = {
  itemCode: '000110201001',
  answers: {
    projectName: '禾川口罩滤材生产线',
    sector: 'medical',
    investment: 800,
    urgent: true,
    place: '青坪区云坊镇工业园3号',
    land: 2.4,
    pollution: true,
  },
};
const projectPapers = () =>
  Object.fromEntries(['application', 'businessLicence', 'landOpinion', 'stability'].map((slot) => [slot, { fileIds: [play.fileId] }]));
const reviewerOf = (unitCode: string) => officer('reviewer', unitCode);

describe('side by side', () => {
  const run = (on: Play) => routines.find(({ name }) => name === 'silent_units')?.run(jobOf(on.app, 'cases'));

  test('a unit that stays silent past its day has no objection, where the plan says so', async () => {
    const accepted = await caseIn.review(play);
    await run(play);
    expect(await openStages(accepted)).toEqual(['documents', 'environment']);
    await run(play.later(20));
    const { stages } = await view(accepted);
    expect(stages.find(({ key }) => key === 'environment')).toMatchObject({ state: 'done', outcome: 'no-objection', doneByName: 'system' });
    expect(await openStages(accepted)).toEqual(['documents']);
  });

  test('where one may object, the first concern ends the review and rules out an approval, until it is sent back', async () => {
    const accepted = await play.does(
      'accept',
      await play.submits(
        { ...project, answers: { ...project.answers, startOn: dayOf(play.later(45).app.now(), 'Asia/Shanghai') } },
        projectPapers(),
      ),
      cast.window,
    );
    const [first] = (await view(accepted)).stages.filter(({ state }) => state === 'open');
    const objector = reviewerOf(first?.unitCode ?? '');
    const said = { stage: first?.key, outcome: 'concern', opinion: 'too near the river', with: '-' };
    const stopped = await play.does('finish-stage', { ...accepted, ...said }, objector);
    expect(stopped.state).toBe('deciding');
    expect((await view(stopped)).stages.filter(({ state }) => state === 'skipped').length).toBeGreaterThan(0);
    const own = reviewerOf('development-reform');
    expect(await play.answers('propose', { ...stopped, outcome: 'approved' }, own)).toBe('vetoed');
    expect(await play.answers('propose', { ...stopped, outcome: 'refused', reason: 'the river' }, own)).toBe('done');
  });
});
