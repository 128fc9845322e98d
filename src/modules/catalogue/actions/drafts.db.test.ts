import { expect, test } from 'vitest';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import { findItem, findItemVersion } from '../held.ts';
import { publishVersions } from '../publish.ts';
import { inCatalogue, makeItem, type TestAct } from '../testing.ts';
import * as drafts from './drafts.ts';
import { getItem, listItems, listItemVersions, retireItem } from './items.ts';

const code = '001234567001';

/** The answer, or the test ends here. */
function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

const publish = (act: TestAct) => publishVersions(act, [{ item: makeItem({ code }) }]);
const rename = (item: Record<string, unknown>, name: string) => ({ ...item, name: { 'zh-Hans': name } });

test('a draft begins with the version in force, is saved, compared and published, and the next day it holds', async () => {
  await inCatalogue(async (act) => {
    await publish(act);
    const draft = done(await drafts.openDraft(act, { itemCode: code }));
    expect(draft).toMatchObject({ itemCode: code, basedOn: 1, version: 1 });
    expect(draft.item['name']).not.toHaveProperty('zh-Hant');
    const { draftId } = draft;
    const saved = done(await drafts.saveDraft(act, { draftId, version: 1, item: rename(draft.item, '门牌证') }));
    expect(saved.problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(done(await drafts.compareDraft(act, { draftId })).changes.map(({ path }) => path)).toContain('name.zh-Hans');
    const published = done(await drafts.publishDraft(act, { draftId, version: 2, effectiveFrom: '2020-07-31' }));
    expect(published).toEqual({ itemCode: code, version: 2, effectiveFrom: '2020-07-31' });
    expect(act.published).toContainEqual({ kind: 'item_published', payload: published });
    expect((await findItem(act.tx, code, act.now))?.version).toBe(1);
    const tomorrow = await findItem(act.tx, code, new Date('2020-07-30T16:00:00Z'));
    expect(tomorrow?.name).toEqual({ 'zh-Hans': '门牌证', 'zh-Hant': '門牌證' });
    expect((await findItemVersion(act.tx, code, 1))?.name['zh-Hans']).toBe('测试事项');
    expect(done(await listItemVersions(act, { itemCode: code })).rows.map(({ version }) => version)).toEqual([2, 1]);
    expect(await drafts.getDraft(act, { draftId })).toMatchObject({ refused: 'not_found' });
  });
});

test('one draft an item; a second one is told where the first is', async () => {
  await inCatalogue(async (act) => {
    const { draftId, basedOn } = done(await drafts.openDraft(act, { itemCode: code }));
    expect(basedOn).toBeNull();
    expect(await drafts.openDraft(act, { itemCode: code })).toEqual({ refused: 'draft_open', facts: { draftId } });
    expect(done(await drafts.listDrafts(act, {})).rows).toHaveLength(1);
    expect(done(await drafts.discardDraft(act, { draftId, version: 1 }))).toEqual({ draftId });
    expect(done(await drafts.listDrafts(act, {})).rows).toEqual([]);
  });
});

test('what is not complete is kept with its problems, but not published', async () => {
  await inCatalogue(async (act) => {
    const { draftId } = done(await drafts.openDraft(act, { itemCode: code }));
    const saved = done(await drafts.saveDraft(act, { draftId, version: 1, item: { code, jurisdiction: 'CN', colour: 'red' } }));
    expect(saved.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['kind', 'colour', 'stages']));
    expect(await drafts.publishDraft(act, { draftId, version: 2, effectiveFrom: '2020-08-01' })).toMatchObject({
      refused: 'item_has_errors',
    });
    expect(await drafts.saveDraft(act, { draftId, version: 2, item: { code: '001234567002' } })).toMatchObject({ refused: 'another_code' });
  });
});

test('an item whose own walk comes out otherwise is not published', async () => {
  await inCatalogue(async (act) => {
    await publish(act);
    const { draftId, item } = done(await drafts.openDraft(act, { itemCode: code }));
    const walks = [{ answers: {}, asked: [], papers: {}, stages: ['intake'] }];
    done(await drafts.saveDraft(act, { draftId, version: 1, item: { ...item, walks } }));
    const refused = await drafts.publishDraft(act, { draftId, version: 2, effectiveFrom: '2020-08-01' });
    expect(refused).toMatchObject({
      refused: 'item_has_errors',
      facts: { problems: expect.arrayContaining([expect.objectContaining({ code: 'walk_takes_other_stages' })]) },
    });
  });
});

test('stale and past publications are refused', async () => {
  await inCatalogue(async (act) => {
    await publish(act);
    const { draftId, item } = done(await drafts.openDraft(act, { itemCode: code }));
    done(await drafts.saveDraft(act, { draftId, version: 1, item }));
    expect(await drafts.saveDraft(act, { draftId, version: 1, item })).toMatchObject({ refused: 'stale_version', facts: { version: 2 } });
    expect(await drafts.discardDraft(act, { draftId, version: 1 })).toMatchObject({ refused: 'stale_version' });
    expect(await drafts.publishDraft(act, { draftId, version: 1, effectiveFrom: '2020-08-01' })).toMatchObject({
      refused: 'stale_version',
    });
    expect(await drafts.publishDraft(act, { draftId, version: 2, effectiveFrom: '2020-07-29' })).toMatchObject({
      refused: 'begins_in_the_past',
    });
  });
});

test('a retired item holds to its last day and names its successor', async () => {
  await inCatalogue(async (act) => {
    await publish(act);
    await publishVersions(act, [{ item: makeItem({ code: '001234567009' }) }]);
    expect(await retireItem(act, { itemCode: code, version: 1, lastDay: '2020-07-31', successor: '001234567999' })).toMatchObject({
      refused: 'successor_unknown',
    });
    expect(await retireItem(act, { itemCode: code, version: 7, lastDay: '2020-07-31' })).toMatchObject({
      refused: 'stale_version',
      facts: { version: 1 },
    });
    done(await retireItem(act, { itemCode: code, version: 1, lastDay: '2020-07-31', successor: '001234567009' }));
    expect(done(await getItem(act, { itemCode: code }))).toMatchObject({ effectiveTo: '2020-07-31', successor: '001234567009' });
    const after = act.moveTo('2020-08-01T00:00:01+08:00');
    expect(await getItem(after, { itemCode: code })).toMatchObject({ refused: 'not_found' });
    expect(done(await listItems(after, {})).rows.map(({ itemCode }) => itemCode)).toEqual(['001234567009']);
    expect(done(await getItem(after, { itemCode: code, version: 1 })).version).toBe(1);
  });
});

test('a published version can be neither changed nor deleted by the application', async () => {
  for (const statement of [
    `update catalogue.item_version set body = '{}'`,
    'update catalogue.item_version set version = 2',
    'delete from catalogue.item_version',
  ])
    await inCatalogue(async (act) => {
      await publish(act);
      await expect(act.tx.run(statement)).rejects.toThrow('permission denied');
    });
});
