import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, type SearchDocument, withSynonyms } from './index-build.ts';
import { complete, search, suggest } from './query.ts';
import { sampleDocuments, sampleSynonyms } from './testing.ts';

const documents = sampleDocuments();
const index = buildIndex(documents, sampleSynonyms);
const page = { limit: 20, offset: 0 };
const blank: SearchDocument = {
  id: 0,
  code: '',
  name: {},
  words: [],
  unitName: {},
  facets: { audience: [], themes: [], unit: '', region: '', kind: '' },
};

function named(...names: readonly (string | Partial<SearchDocument>)[]): SearchDocument[] {
  return names.map((name, id) =>
    typeof name === 'string' ? { ...blank, id, code: `c${id}`, name: { 'zh-Hans': name } } : { ...blank, id, code: `c${id}`, ...name },
  );
}

const idsOf = (query: string, items: readonly SearchDocument[], synonyms = sampleSynonyms) =>
  search(buildIndex(items, synonyms), query, page).hits.map(({ id }) => id);

describe('the order of what is found', () => {
  it('is exact name, beginning, middle, synonym, everyday words, part of the query', () => {
    const items = named(
      '居住证登录表',
      { name: { 'zh-Hans': '外来人口备案' }, words: ['居住证登记'] },
      '暂住卡申领',
      '补办居住证登记',
      '居住证登记变更',
      '居住证登记',
    );
    expect(idsOf('居住证登记', items, [{ from: ['居住证登记'], to: ['暂住卡'] }])).toEqual([5, 4, 3, 2, 1, 0]);
  });
  it('puts words close together before words far apart', () => {
    expect(idsOf('船舶 许可', named('船舶在港内水域从事危险作业许可', '从事危险作业的港内水域船舶许可'))).toEqual([1, 0]);
  });
  it('puts a right word before a mistaken one', () => {
    expect(idsOf('船员证书', named('船只证书核发与补发', '海上船员证书核发与补发'))[0]).toBe(1);
  });
  it('lets the rarer word decide', () => {
    const common = Array.from({ length: 30 }, (_, at) => `第${at}类许可登记`);
    expect(idsOf('烟花登记', named(...common, '烟花许可登记'))[0]).toBe(30);
  });
  it('puts the shorter name first, then the more popular item, then the smaller code', () => {
    const name = { 'zh-Hans': '渔船检验' };
    const items = named(
      '渔船检验证书',
      { name, code: 'z', popularity: 1 },
      { name, code: 'b', popularity: 5 },
      { name, code: 'a', popularity: 1 },
    );
    expect(idsOf('渔船', items)).toEqual([2, 3, 1, 0]);
  });
  it('does not depend on the order in which the items came', () => {
    const queries = ['登记', '许可', 'dengji', 'giay phep', 'licence', '社保'];
    const turned = buildIndex([...documents].reverse(), sampleSynonyms);
    for (const query of queries) expect(search(turned, query, page)).toEqual(search(index, query, page));
  });
  it('is the same on every page', () => {
    const all = search(index, '许可', { limit: 100, offset: 0 });
    expect(search(index, '许可', { limit: 5, offset: 5 })).toEqual({ total: all.total, hits: all.hits.slice(5, 10) });
  });
});

describe('how an item was found', () => {
  it.each([
    ['公司设立登记', 'name'],
    ['开药店', 'words'],
    ['驾照', 'synonym'],
    ['gongsisheli', 'pinyin'],
    ['gssldj', 'initials'],
    ['公司设立登己', 'typo'],
    ['公安局', 'about'],
    ['440101000003', 'code'],
  ])('%s is told as %s', (query, matched) => {
    expect(search(index, query, page).hits[0]?.matched).toBe(matched);
  });
});

describe('a code', () => {
  const code = documents[7]?.code ?? '';
  it.each([code, code.slice(19), code.slice(19, 31), code.toLowerCase(), `${code.slice(0, 18)} ${code.slice(18)}`])(
    '%s finds its item',
    (typed) => {
      expect(search(index, typed, page).hits[0]?.id).toBe(documents[7]?.id);
    },
  );
  it('of a procedure in Vietnam is found with and without its points', () => {
    const items = named({ name: { vi: 'Cấp hộ chiếu' }, code: '1.004222' }, { name: { vi: 'Cấp thẻ' }, code: '1.005333' });
    expect(idsOf('1.004222', items)).toEqual([0]);
    expect(idsOf('1004', items)).toEqual([0]);
  });
  it('of 33 characters begins with that of its item, which comes first', () => {
    expect(idsOf(code, named({ code: `${code}01`, name: { 'zh-Hans': '短名' } }, { code, name: { 'zh-Hans': '很长的事项名称' } }))).toEqual(
      [1, 0],
    );
  });
});

describe('a language', () => {
  it('needs none of the others', () => {
    const items = named({ name: { vi: 'Cấp hộ chiếu' } }, { name: { en: 'Passport' } }, { name: { 'zh-Hant': '護照簽發' } }, '户外广告');
    expect([idsOf('ho chieu', items), idsOf('passport', items), idsOf('护照', items), idsOf('huzhao', items)]).toEqual([
      [0],
      [1],
      [2],
      [2],
    ]);
  });
  it('of Taiwan is found by its own words', () => {
    expect(idsOf('網路', named({ name: { 'zh-Hans': '网络备案', 'zh-Hant': '網路備案' } }))).toEqual([0]);
  });
});

describe('what is not there', () => {
  it.each(['', ' ', '???', '😀', '今天天气很好', '阿斯顿发个', 'asdfghjkl', 'qwertzuiop', 'xyzzy', '\0', '我想', '怎么办'])(
    '%j finds nothing',
    (query) => {
      expect(search(index, query, page)).toEqual({ total: 0, hits: [] });
    },
  );
  it('is answered by at most three near names', () => {
    expect(search(index, '出国打工', page).total).toBeLessThan(5);
    expect(suggest(index, '吃饭').length).toBeLessThanOrEqual(3);
    expect(suggest(index, '大学生毕业找工作').length).toBeGreaterThan(0);
  });
});

describe('a filter', () => {
  const passing = (query: string, filter: object) => {
    const ids = search(index, query, { filter, limit: 500, offset: 0 }).hits.map(({ id }) => id);
    return documents.filter(({ id }) => ids.includes(id));
  };
  const every = (filter: object, holds: (document: SearchDocument) => boolean) => {
    const wanted = documents.filter((document) => document.name['zh-Hans']?.includes('许可') && holds(document));
    const found = passing('许可', filter);
    expect(wanted.length).toBeGreaterThan(0);
    expect(found.filter(({ name }) => name['zh-Hans']?.includes('许可'))).toEqual(wanted);
    expect(found.every(holds)).toBe(true);
  };
  it('takes the items for an audience, or for one of several', () => {
    every({ audience: '个人' }, ({ facets }) => facets.audience.includes('个人'));
    every({ audience: ['个人', '企业'] }, () => true);
  });
  it('takes a unit with everything below it, and nothing that only begins alike', () => {
    every({ unit: 'city' }, () => true);
    every({ unit: 'city/district1' }, ({ facets }) => facets.unit.startsWith('city/district1/'));
    expect(passing('许可', { unit: 'city/dist' })).toEqual([]);
  });
  it('takes what fits all facets at once', () => {
    every({ region: '441', kind: '许可', themes: '其他' }, ({ facets }) => facets.region === '441' && facets.kind === '许可');
  });
  it('takes given ids and asks about each item', () => {
    every({ ids: new Set(documents.slice(0, 60).map(({ id }) => id)) }, ({ id }) => id < 1060);
    every({ accept: (id: number) => id % 2 === 0 }, ({ id }) => id % 2 === 0);
  });
  it('counts only what passes', () => {
    expect(search(index, '许可', { filter: { audience: '个人' }, limit: 1, offset: 0 }).total).toBe(
      passing('许可', { audience: '个人' }).length,
    );
  });
});

describe('synonyms', () => {
  it('change at once, without building the items again', () => {
    const changed = withSynonyms(index, [{ from: ['铁饭碗'], to: ['教师资格'] }]);
    expect(search(index, '铁饭碗', page).total).toBe(0);
    expect(search(changed, '铁饭碗', page).hits[0]?.matched).toBe('synonym');
    expect(changed.terms).toBe(index.terms);
  });
  it('are understood in traditional characters and in pinyin', () => {
    const changed = withSynonyms(index, [{ from: ['铁饭碗'], to: ['教师资格'] }]);
    for (const typed of ['鐵飯碗', 'tiefanwan'])
      expect(search(changed, typed, page).hits[0]?.id).toBe(search(changed, '铁饭碗', page).hits[0]?.id);
  });
  it('do not begin inside another word', () => {
    expect(search(withSynonyms(index, [{ from: ['port'], to: ['hotel'] }]), 'passport', page).hits[0]?.matched).toBe('name');
  });
});

describe('completion', () => {
  const namesOf = (prefix: string) =>
    complete(index, prefix).map(({ id }) => documents.find((document) => document.id === id)?.name['zh-Hans']);
  it.each(['营', '营业', 'y', 'yy', 'ying', 'yingyezh', 'cap giay phep kinh d', 'giấy phép kinh do', 'bus', 'business li'])(
    'of %s offers the business licence',
    (prefix) => {
      expect(namesOf(prefix)).toContain('营业执照核发');
    },
  );
  it('offers at most eight names, each once', () => {
    const same = buildIndex(named('渔船检验', '渔船检验', '渔船登记'), []);
    expect(complete(same, '渔船').map(({ id }) => id)).toEqual([0, 2]);
    expect(complete(index, '许')).toHaveLength(8);
  });
});

describe('a strange query', () => {
  const long = [
    '营业执照'.repeat(2500),
    'a'.repeat(10_000),
    'ying ye '.repeat(1250),
    '(.*)+$'.repeat(2000),
    '\u202e\u200f'.repeat(5000),
    '\ud800'.repeat(10_000),
    'ﷺ'.repeat(10_000),
  ];
  it.each(long)('of ten thousand characters is answered at once (%#)', (query) => {
    const start = performance.now();
    for (let turn = 0; turn < 10; turn++) search(index, query, page);
    expect(performance.now() - start).toBeLessThan(500);
  });
  it.each(['\0营业执照\0', '\u202e营业执照', '营\u200b业执照', '营业执照😀', '[营业执照', '营业执照\\', '\ud83d营业执照'])(
    '%j is read past its signs',
    (query) => {
      expect(search(index, query, page).hits[0]?.id).toBe(documents[0]?.id);
    },
  );
  it('leaves nothing behind for the next one', () => {
    const before = search(index, '营业执照', page);
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('营业', 'zhizhao', '登記', 'giấy', 'licence', '我想', ' ', '١٢', '𠮷'),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const { total, hits } = search(index, parts.join(''), page);
        expect(hits.length).toBe(Math.min(total, page.limit));
        expect(search(index, '营业执照', page)).toEqual(before);
      }),
    );
  });
});

describe('an index of nothing', () => {
  it('finds nothing', () => {
    const empty = buildIndex([], []);
    expect([search(empty, '营业执照', page).total, complete(empty, 'a'), suggest(empty, 'abc')]).toEqual([0, [], []]);
  });
});
