import { beforeEach, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import { setChannelReader } from '../channel-reader.ts';
import type { Item } from '../item.ts';
import { publishVersions } from '../publish.ts';
import { countZeroHit } from '../queries/synonyms.ts';
import { inCatalogue, makeItem, type TestAct } from '../testing.ts';
import { getItem, listItems, suggestItems } from './items.ts';
import { deleteSynonym, listSynonyms, listZeroHits, putSynonym } from './synonyms.ts';

const open = { closureOf: () => undefined, announcements: () => [] };
const closure = { reason: {}, fromAt: new Date(0), untilAt: null, urgentExcepted: false };
beforeEach(() => setChannelReader(async () => open));

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

const food: Partial<Item> & { code: string } = {
  code: '000131001000',
  kind: 'licence',
  unit: 'market-regulation/food-licensing',
  audience: ['enterprise'],
  themes: ['food'],
  name: { 'zh-Hans': '食品经营许可', vi: 'Giấy phép kinh doanh thực phẩm', en: 'Food business licence' },
  visits: { count: 1 },
};
const marriage: Partial<Item> & { code: string } = {
  code: '000701001000',
  kind: 'confirmation',
  unit: 'civil-affairs/marriage',
  name: { 'zh-Hans': '结婚登记', vi: 'Đăng ký kết hôn', en: 'Marriage registration' },
  limits: { promised: { days: 0, unit: 'workday' } },
  channels: { 'walk-in': {}, appointment: {} },
};

const withItems = (test: (act: TestAct) => Promise<void>, how?: Parameters<typeof inCatalogue>[1]) =>
  inCatalogue(async (act) => {
    await publishVersions(act, [
      { item: makeItem(food), region: '990100', unitName: { 'zh-Hans': '食品许可科', en: 'Food Licensing' }, popularity: 2 },
      { item: makeItem(marriage), region: '990102' },
    ]);
    await test(act);
  }, how);
const codesOf = async (act: TestAct, input: Parameters<typeof listItems>[1]) =>
  done(await listItems(act, input)).rows.map(({ itemCode }) => itemCode);

test('items are listed in the reader’s language, with every channel open or closed', async () => {
  await withItems(
    async (act) => {
      const { rows, total, nextCursor } = done(await listItems(act, { limit: 1 }));
      expect({ total, nextCursor }).toEqual({ total: 2, nextCursor: '1' });
      expect(rows[0]).toEqual({
        itemCode: food.code,
        name: 'Food business licence',
        unitName: 'Food Licensing',
        kind: 'licence',
        statutoryDays: 20,
        promisedDays: 5,
        visits: 1,
        channels: {
          online: 'open',
          mobile: 'closed',
          kiosk: 'closed',
          phone: 'closed',
          post: 'closed',
          appointment: 'closed',
          'walk-in': 'open',
          'home-visit': 'closed',
          proxy: 'closed',
        },
      });
      expect(await codesOf(act, { limit: 1, cursor: '1' })).toEqual([marriage.code]);
    },
    { language: 'en' },
  );
});

test.each([
  ['食品', food.code],
  ['shipin', food.code],
  ['spjyxk', food.code],
  ['ket hon', marriage.code],
  ['marriage', marriage.code],
  [food.code, food.code],
])('%s finds its item', async (q, code) => {
  await withItems(async (act) => expect((await codesOf(act, { q }))[0]).toBe(code));
});

test.each([
  [{ audience: 'enterprise' }, [food.code]],
  [{ theme: 'food' }, [food.code]],
  [{ unit: 'civil-affairs' }, [marriage.code]],
  [{ unit: 'civil' }, []],
  [{ region: '990100' }, [food.code, marriage.code]],
  [{ region: '990102' }, [marriage.code]],
  [{ kind: 'licence' }, [food.code]],
  [{ visits: 0 }, [marriage.code]],
  [{ channel: 'online' }, [food.code]],
  [{ directory: 'instant' }, [marriage.code]],
  [{ directory: 'in-person' }, [food.code, marriage.code]],
  [{ q: '登记', unit: 'market-regulation' }, []],
] as const)('%j narrows the list to %j', async (input, codes) => {
  await withItems(async (act) => expect(await codesOf(act, input)).toEqual(codes));
});

test('a channel closed by a policy is closed in lists, filters and the item', async () => {
  setChannelReader(async () => ({
    ...open,
    closureOf: (item, channel) => (item.unitCode.startsWith('civil-affairs') && channel === 'walk-in' ? closure : undefined),
  }));
  await withItems(async (act) => {
    expect(await codesOf(act, { channel: 'walk-in' })).toEqual([food.code]);
    expect(done(await getItem(act, { itemCode: marriage.code })).channelStates).toMatchObject({ 'walk-in': 'closed', appointment: 'open' });
  });
});

test('the whole item carries its form, papers, stages and directories', async () => {
  await withItems(async (act) => {
    const item = done(await getItem(act, { itemCode: food.code }));
    expect(item).toMatchObject({
      itemCode: food.code,
      version: 1,
      unitName: '食品许可科',
      directories: ['once', 'at-most-once', 'in-person'],
    });
    expect([item.questions.length > 0, item.documents.length > 0, item.stages.length > 0]).toEqual([true, true, true]);
    expect(await getItem(act, { itemCode: '000000000000' })).toMatchObject({ refused: 'not_found' });
  });
});

test('a half-typed query is completed', async () => {
  await withItems(async (act) => {
    expect(done(await suggestItems(act, { q: '食品' }))).toEqual({
      rows: [{ itemCode: food.code, name: '食品经营许可', language: 'zh-Hans' }],
      found: true,
    });
  });
});

test('what was looked for in vain is counted, without the numbers people paste', async () => {
  await withItems(async (act) => {
    expect(await codesOf(act, { q: '养猫 110101199001011234' })).toEqual([]);
    expect(act.published).toEqual([{ kind: 'item_not_found', payload: { words: '养猫 …', language: 'zh-Hans' } }]);
    for (const at of ['2020-07-30T01:00:00Z', '2020-07-30T02:00:00Z'])
      await countZeroHit(act.tx, { words: '养猫', language: 'zh-Hans', at: new Date(at) });
    expect(done(await listZeroHits(act, {})).rows).toEqual([
      { words: '养猫', language: 'zh-Hans', asked: 2, lastAt: '2020-07-30T02:00:00.000Z' },
    ]);
  });
});

test('a synonym is found by at once, changed under its version, and taken away', async () => {
  await withItems(async (act) => {
    expect(await codesOf(act, { q: '领证' })).toEqual([]);
    done(await putSynonym(act, { synonymId: 'wed', said: ['领证'], meant: ['结婚登记'] }));
    expect(await codesOf(act, { q: '领证' })).toEqual([marriage.code]);
    expect(await putSynonym(act, { synonymId: 'wed', said: ['a'], meant: ['b'] })).toEqual({
      refused: 'stale_version',
      facts: { version: 1 },
    });
    expect(done(await putSynonym(act, { synonymId: 'wed', said: ['领结婚证'], meant: ['结婚登记'], version: 1 })).version).toBe(2);
    expect(done(await listSynonyms(act, {})).rows).toHaveLength(1);
    done(await deleteSynonym(act, { synonymId: 'wed' }));
    expect(await deleteSynonym(act, { synonymId: 'wed' })).toMatchObject({ refused: 'not_found' });
  });
});
