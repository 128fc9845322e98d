import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import type { CaseView } from './contract/read.ts';
import { cast, caseIn, food, officer, openPlay, type Play, reviewed, sole, type Standing } from './testing.ts';

let office: Office;
let play: Play;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
}, 60_000);
afterAll(() => office.close());

type Result = { caseNo: string; done: boolean; code: string | null; state: string | null };
async function batch(act: string, cases: readonly Standing[], actor = cast.reviewer, more = {}): Promise<(string | null)[]> {
  const given = { act, cases: cases.map(({ caseNo, version }) => ({ caseNo, version })), ...more };
  const { results } = (await play.does('batch', given, actor)) as unknown as { results: Result[] };
  return results.map(({ code, state }) => code ?? state);
}
async function view({ caseNo }: { caseNo: string }): Promise<CaseView> {
  return (await play.does('get-case', { caseNo }, cast.supervisor)) as unknown as CaseView;
}

describe('many at once', () => {
  test('are finished with one opinion where each has one stage of the officer’s own, and no second officer', async () => {
    const [one, surveyed] = [await caseIn.review(play), await play.submits({ ...food, answers: { ...food.answers, premisesArea: 50 } })];
    const two = await play.does('accept', surveyed, cast.window);
    expect(await batch('finish-stage', [one, two], cast.reviewer)).toEqual(['reason_needed', 'look_at_it']);
    expect(await batch('finish-stage', [one, two], cast.reviewer, { reason: 'all right' })).toEqual(['review', 'look_at_it']);
    expect((await view(one)).stages.find(({ key }) => key === 'documents')).toMatchObject({ state: 'done', opinion: 'all right' });
  });

  test('are signed where approvals were drafted by somebody else; a refusal is looked at by itself', async () => {
    const approved = await caseIn.deciding(play);
    const stands = await reviewed(play, await caseIn.review(play));
    const refused = await play.does('propose', { ...stands, outcome: 'refused', reason: 'too near' }, cast.reviewer);
    const bare = await reviewed(play, await caseIn.review(play));
    const stale = { ...(await caseIn.deciding(play)), version: 1 };
    expect(await batch('sign', [approved, refused, bare, stale], cast.signer)).toEqual([
      'decided',
      'look_at_it',
      'nothing_drafted',
      'stale_version',
    ]);
  });

  test('are pressed once a day, and what one does not see is not found', async () => {
    const cases = [await caseIn.review(play), await caseIn.submitted(play)];
    expect(await batch('remind', cases, cast.supervisor)).toEqual(['review', 'submitted']);
    expect(await batch('remind', [(await view(cases[0] as Standing)) as Standing], cast.supervisor)).toEqual(['reminded_already']);
    const stranger = officer('reviewer', 'health');
    expect(await batch('sign', [await caseIn.deciding(play)], officer('signer', 'health'))).toEqual(['not_found']);
    expect(await batch('finish-stage', [await caseIn.review(play)], stranger, { reason: '-' })).toEqual(['not_found']);
  });
});

describe('opened again', () => {
  test('a case is no longer on its way to being forgotten, nor its checks due; every earlier decision is kept', async () => {
    const declared = { premisesProof: { committed: true } };
    const accepted = await play.does('accept', await play.submits(sole, declared), cast.window);
    const decide = async (file: Standing) =>
      play.does('sign', await play.does('propose', { ...file, outcome: 'approved' }, cast.registrar), cast.signer);
    const decided = await decide(accepted);
    const owner = (text: string) => withClient(office.ownerUrl, (client) => client.query(text, [decided.caseNo]));
    await owner(`update cases.case_file set keep_until = current_date, keep_policy = 'x', erase_warned_at = now() where case_no = $1`);
    const ground = { reason: 'an error', basis: 'article 69' };
    const once = await play.does('reopen', { ...decided, ...ground }, cast.head);
    const { rows } = await owner(`select keep_until, keep_policy, erase_warned_at, check_by from cases.case_file where case_no = $1`);
    expect(rows).toEqual([{ keep_until: null, keep_policy: null, erase_warned_at: null, check_by: null }]);
    const twice = await play.does('reopen', { ...(await decide(once)), ...ground }, cast.head);
    const file = await view(await decide(twice));
    expect(file.decision).toMatchObject({ outcome: 'approved', earlier: { outcome: 'approved', earlier: { outcome: 'approved' } } });
    const { token } = await office.as('signer');
    const page = await office.http.inject({ url: `/desk/cases/${file.caseNo}`, headers: { authorization: `Bearer ${token}` } });
    expect(page.body).toContain('以前的决定');
  });
});
