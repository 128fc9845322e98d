import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '#test/support/office.ts';
import type { CaseView } from './contract/read.ts';
import { cast, caseIn, food, openPlay, type Play, sole } from './testing.ts';

let office: Office;
let play: Play;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
}, 60_000);
afterAll(() => office.close());

async function view({ caseNo }: { caseNo: string }): Promise<CaseView> {
  return (await play.does('get-case', { caseNo }, cast.supervisor)) as unknown as CaseView;
}

describe('a case that was sent twice', () => {
  test('is joined with the other, which goes on as it stands and says so; this one leads there', async () => {
    const survivor = await caseIn.review(play);
    const before = await view(survivor);
    const merged = await play.does('merge', { ...(await caseIn.submitted(play)), into: survivor.caseNo }, cast.window);
    expect(await view(merged)).toMatchObject({ state: 'merged', outcome: 'merged', clock: { dueOn: null, running: false } });
    const after = await view(survivor);
    expect(after.clock).toEqual(before.clock);
    expect(after.holder).toEqual(before.holder);
    expect(after.actions.at(-1)?.act).toBe('take-in');
    const { token } = await office.as('citizen');
    const page = await office.http.inject({ url: `/zh-Hans/my/cases/${merged.caseNo}`, headers: { authorization: `Bearer ${token}` } });
    expect(page.body).toContain(`/my/cases/${survivor.caseNo}`);
  });

  test('is not joined with itself, with nothing, with another’s, with another matter, or with what is over', async () => {
    const file = await caseIn.submitted(play);
    const into = async (caseNo: string) => play.answers('merge', { ...file, into: caseNo }, cast.window);
    expect(await into(file.caseNo)).toBe('no_such_survivor');
    expect(await into('HC00-0000-0000')).toBe('no_such_survivor');
    expect(await into((await (await play.newcomer()).submits()).caseNo)).toBe('not_the_same_matter');
    expect(await into((await play.submits(sole)).caseNo)).toBe('not_the_same_matter');
    expect(await into((await caseIn.withdrawn(play)).caseNo)).toBe('not_the_same_matter');
  });

  test('two merged into each other at once: one ends, one goes on', async () => {
    const [one, other] = [await caseIn.submitted(play), await caseIn.submitted(play)];
    const codes = await Promise.all([
      play.answers('merge', { ...one, into: other.caseNo }, cast.window),
      play.answers('merge', { ...other, into: one.caseNo }, cast.window),
    ]);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect([(await view(one)).state, (await view(other)).state].toSorted()).toEqual(['merged', 'submitted']);
  });

  test('is shown to the officer with what speaks for it: the person, the answers, the very same file of somebody else', async () => {
    const stranger = await play.newcomer();
    const first = await stranger.submits({ ...food, answers: { ...food.answers, shopName: '另一家' } });
    const mine = await play.newcomer();
    const [second, third] = [await mine.submits(), await mine.submits()];
    const { token } = await office.as('window');
    const headers = { authorization: `Bearer ${token}` };
    const read = async (caseNo: string) => (await office.http.inject({ url: `/desk/cases/${caseNo}?tab=checks`, headers })).body;
    const seen = await read(second.caseNo);
    expect(seen).toContain(third.caseNo);
    expect(seen).toContain('act=merge');
    expect(await read(first.caseNo)).not.toContain('act=merge');
  });
});

test('what was answered before is filled in with where it comes from, for whoever gave it and nobody else', async () => {
  const citizen = await office.as('citizen');
  await play.submits(sole);
  const questionOf = async (desk: typeof citizen) => {
    const draft = await desk.post('/cases/drafts', { itemCode: sole.itemCode }, { 'idempotency-key': `prefill-${desk.token}` });
    const draftId = String(draft.body['draftId']);
    const headers = { authorization: `Bearer ${desk.token}` };
    return (await office.http.inject({ url: `/zh-Hans/drafts/${draftId}/q/address`, headers })).body;
  };
  const mine = await questionOf(citizen);
  expect(mine).toContain(sole.answers.address);
  expect(mine).toContain('来自您');
  expect(await questionOf(await office.as('elder'))).not.toContain(sole.answers.address);
});
