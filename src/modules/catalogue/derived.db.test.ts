import { expect, test } from 'vitest';
import type { Job } from '#kernel/module.ts';
import { measureCatalogue } from './completeness.ts';
import { putSynonym } from './actions/synonyms.ts';
import { forgetCatalogue, getCatalogue } from './held.ts';
import { publishVersions } from './publish.ts';
import { listUnspelled } from './queries/synonyms.ts';
import { listFound, setDerived } from './queries/versions.ts';
import { routines } from './reactions.ts';
import { completenessOf } from './rules/completeness.ts';
import { search } from './rules/search/query.ts';
import { inCatalogue, makeItem, type TestAct } from './testing.ts';

const item = makeItem({ code: '990100000001', name: { 'zh-Hans': '食品经营许可证核发', en: 'Food licence' } });

async function look(act: TestAct) {
  forgetCatalogue();
  const { index, items } = await getCatalogue(act.tx, act.now);
  const codeOf = (query: string) => search(index, query, { limit: 1, offset: 0 }).hits.map(({ id }) => items[id]?.code);
  const measured = (await measureCatalogue(act.tx, act.now)).find(({ listed }) => listed.code === item.code);
  return {
    said: codeOf('kaifanguan'),
    pinyin: codeOf('shipinjingyingxukezheng'),
    initials: codeOf('spjyxkz'),
    found: measured?.found,
  };
}

test('what is worked out at publishing is what is found and measured, and whoever lacks it is served the same', () =>
  inCatalogue(async (act) => {
    await publishVersions(act, [{ item }]);
    const expected = { said: [] as string[], pinyin: [item.code], initials: [item.code], found: completenessOf(item) };
    expect(await look(act)).toEqual(expected);

    await putSynonym(act, { synonymId: 'restaurant', said: ['开饭馆', 'open a restaurant'], meant: ['食品经营许可'] });
    expect((await look(act)).said).toEqual([item.code]);

    const listed = (await getCatalogue(act.tx, act.now)).byCode.get(item.code);
    const itemVersionId = listed?.itemVersionId ?? '';
    await setDerived(act.tx, [{ itemVersionId, derived: { rules: 0, sound: 'wrong|w', found: { ...completenessOf(item), score: 1 } } }]);
    expect(await listFound(act.tx, [itemVersionId])).toEqual([{ itemVersionId, found: null }]);
    expected.said = [item.code];
    expect(await look(act)).toEqual(expected);

    const job: Job = { now: () => act.now, transaction: (work) => work(act) };
    for (const { run } of routines) await run(job);
    expect(await listFound(act.tx, [itemVersionId])).toEqual([{ itemVersionId, found: expected.found }]);
    expect(await listUnspelled(act.tx)).toEqual([]);
    expect(await look(act)).toEqual(expected);
  }));
