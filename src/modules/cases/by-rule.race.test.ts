import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { dayOf } from '#kernel/workdays.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { tryRule } from './actions/by-rule.ts';
import type { CaseView } from './contract/read.ts';
import { routines } from './reactions.ts';
import { cast, openPlay, officer, type Play, type Standing } from './testing.ts';

let office: Office;
let play: Play;
let admin: Desk;
const itemCode = '002136101003';

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  admin = await office.as('admin');
}, 60_000);
afterAll(() => office.close());

async function view({ caseNo }: { caseNo: string }): Promise<CaseView> {
  return (await play.does('get-case', { caseNo }, cast.supervisor)) as unknown as CaseView;
}
/** As the operator of an office without a scanner has decided. */
const scanned = () => withClient(office.ownerUrl, (client) => client.query(`update documents.file set scan = 'not-scanned'`));
const signer = officer('signer', 'medical-insurance');

async function files(on: Play, cause: string): Promise<Standing> {
  const fileIds = [on.fileId];
  const answers = { cause, place: '江岭省宁岫市', from: dayOf(on.app.now(), 'Asia/Shanghai'), contact: '0600-620 5538' };
  const asked = cause === 'emergency' ? { ...answers, hospital: '宁岫市人民医院' } : answers;
  const slots = { identity: { fileIds }, ...(cause === 'work' ? { posting: { fileIds } } : {}) };
  return on.does('submit', { itemCode, answers: asked, slots }, on.citizen);
}
async function decided(cause = 'emergency'): Promise<CaseView> {
  const on = await play.newcomer();
  const sent = await files(on, cause);
  await scanned();
  await tryRule(jobOf(office.app, 'cases'), sent.caseNo);
  return view(sent);
}

describe('a published rule', () => {
  test('decides at once what it holds for, and says what it saw and in which version', async () => {
    const file = await decided();
    expect(file).toMatchObject({ state: 'decided', outcome: 'approved', decision: { byRule: true, onTime: true } });
    expect(file.actions.map(({ act }) => act)).toEqual(['submit', 'decide-by-rule']);
    const { rows } = await withClient(office.ownerUrl, (client) =>
      client.query<{ marks: object }>(`select marks from cases.case_file where case_no = $1`, [file.caseNo]),
    );
    expect(rows[0]?.marks).toMatchObject({
      rule: { result: 'approved', version: file.itemVersion, saw: { cause: 'emergency', proven: [] } },
    });
    expect(file.clock.segments.filter(({ clock, to }) => clock !== 'delivery' && to === null)).toEqual([]);
  });

  test('leaves alone what it does not hold for, without a word in the log', async () => {
    const file = await decided('work');
    expect(file).toMatchObject({ state: 'submitted', version: 1 });
  });

  test('tried twice at once decides once', async () => {
    const sent = await files(await play.newcomer(), 'retired');
    await scanned();
    await Promise.all(Array.from({ length: 4 }, () => tryRule(jobOf(office.app, 'cases'), sent.caseNo)));
    expect((await view(sent)).actions).toHaveLength(2);
  });

  test('and an officer at the same moment: one of them decides what follows', async () => {
    for (let round = 0; round < 4; round += 1) {
      const sent = await files(await play.newcomer(), 'emergency');
      await scanned();
      const [, code] = await Promise.all([tryRule(jobOf(office.app, 'cases'), sent.caseNo), play.answers('accept', sent, cast.window)]);
      const { state } = await view(sent);
      expect(state).toBe(code === 'done' ? 'deciding' : 'decided');
    }
  });

  test('leaves it to a person on any doubt, and writes down which', async () => {
    const on = await play.newcomer();
    const unscanned = await files(on, 'emergency');
    await tryRule(jobOf(office.app, 'cases'), unscanned.caseNo);
    const left = await view(unscanned);
    expect(left).toMatchObject({ state: 'submitted' });
    expect(left.actions.at(-1)?.act).toBe('leave-to-person');
    await scanned();
    await tryRule(jobOf(office.app, 'cases'), unscanned.caseNo);
    expect((await view(unscanned)).actions).toHaveLength(2);
    const again = await files(on, 'emergency');
    await tryRule(jobOf(office.app, 'cases'), again.caseNo);
    expect((await view(again)).actions.at(-1)?.act).toBe('leave-to-person');
    expect((await play.does('accept', { ...again, version: 2 }, cast.window)).state).toBe('deciding');
  });

  test('is switched off for one item or for all, by those who may, and on again', async () => {
    const refused = async (input: object) => (await admin.post('/cases/rules/switch', { reason: 'a mistake in it', ...input })).body.code;
    expect(await refused({ itemCode: 'never-heard-of', isOff: true })).toBe('no_rule');
    for (const where of [{ itemCode }, {}]) {
      await admin.post('/cases/rules/switch', { ...where, isOff: true, reason: 'a mistake in it' });
      expect((await decided()).state).toBe('submitted');
      await admin.post('/cases/rules/switch', { ...where, isOff: false, reason: 'mended' });
    }
    expect((await decided()).state).toBe('decided');
    expect((await (await office.as('citizen')).post('/cases/rules/switch', { isOff: true, reason: '-' })).status).toBe(403);
  });

  test('is published with its tests, in a form that others can run', async () => {
    const visitor = await office.as();
    const { body } = await visitor.get(`/cases/rules/${itemCode}`);
    expect(body).toMatchObject({
      jsonLogic: {
        or: [
          { and: [{ '!==': [{ var: 'cause' }, null] }, { in: [{ var: 'cause' }, ['retired', 'emergency']] }] },
          { in: ['referralNote', { var: 'proven' }] },
        ],
      },
      isOff: false,
    });
    expect((await visitor.get('/cases/rules/000713101001')).body.code).toBe('no_rule');
  });

  test('counts for supervision what it decided and what was reversed', async () => {
    const { caseNo, version } = await decided();
    await play.does('revoke', { caseNo, version, reason: 'a false address', basis: '行政许可法 69' }, signer);
    const { body } = await (await office.as('supervisor')).get('/cases/rules');
    const row = (body['rows'] as { itemCode: string }[]).find((one) => one.itemCode === itemCode) as Record<string, number> | undefined;
    expect(row).toMatchObject({ reversed: 1 });
    expect(row?.['approved']).toBeGreaterThan(1);
    expect(row?.['left']).toBeGreaterThan(0);
    const page = await office.http.inject({ url: '/desk/rules', headers: { authorization: `Bearer ${admin.token}` } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('JsonLogic');
  });
});

describe('silence', () => {
  const run = (on: Play) => routines.find(({ name }) => name === 'silence_decides')?.run(jobOf(on.app, 'cases'));
  const reviewer = officer('reviewer', 'health/medical-practice');
  const renewal = async (slots = {}): Promise<Standing> => {
    const answers = { certificateNo: 'HS9900220145', hospital: '禾川市第二医院', changedHospital: false, stopped: false, fit: true };
    const validUntil = dayOf(play.later(40).app.now(), 'Asia/Shanghai');
    const given = { fileIds: [play.fileId] };
    const what = {
      itemCode: '000123601003',
      answers: { ...answers, validUntil },
      slots: { certificate: given, healthReport: given, ...slots },
    };
    return play.does('accept', await play.does('submit', what, play.citizen), cast.window);
  };

  test('past the limit decides as the law says, never while the clock stands still', async () => {
    const [silent, paused] = [await renewal(), await renewal()];
    await run(play.later(10));
    expect((await view(silent)).state).toBe('review');
    await play.does('ask-correction', { ...paused, flags: [{ path: 'slots.certificate', note: '?' }] }, reviewer);
    await run(play.later(80));
    const decision = { outcome: 'approved', implied: true, onTime: false };
    expect(await view(silent)).toMatchObject({ state: 'decided', outcome: 'approved', decision });
    expect((await view(silent)).stages.filter(({ state }) => state === 'open')).toEqual([]);
    expect((await view(paused)).state).toBe('correction');
  });

  test('means nothing for an item of which the law says nothing', async () => {
    const file = await files(play, 'work');
    const accepted = await play.does('accept', file, cast.window);
    await run(play.later(200));
    expect((await view(accepted)).state).toBe('deciding');
  });
});
