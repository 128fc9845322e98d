import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fold } from '#modules/catalogue/rules/search/fold.ts';
import { buildIndex, type SearchDocument, withSynonyms } from '#modules/catalogue/rules/search/index-build.ts';
import { search } from '#modules/catalogue/rules/search/query.ts';
import { soundOf } from '#modules/catalogue/rules/search/terms.ts';
import { sampleDocuments, sampleSynonyms } from '#modules/catalogue/rules/search/testing.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const sample = sampleDocuments();
const variants = ['首次', '变更', '延续', '注销', '补办', '换发', '年检', '撤销'].flatMap((act) =>
  ['个人', '企业', '港澳居民', '外国人', '社会组织'].map((who) => `（${who}${act}）`),
);

/** As many items as asked: every sample item for many kinds of applicants and occasions. */
function items(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, id) => {
    const base = sample[id % sample.length] as SearchDocument;
    const turn = Math.floor(id / sample.length);
    const name = {
      ...base.name,
      'zh-Hans': `${base.name['zh-Hans']}${turn ? `${variants[turn % variants.length]}${turn >= variants.length ? turn : ''}` : ''}`,
    };
    const summary = { 'zh-Hans': `${base.name['zh-Hans']}由申请人提出，受理后在承诺时限内办结并送达结果。` };
    return { ...base, id, code: `${base.code.slice(0, 25)}${String(id).padStart(6, '0')}`, name, summary };
  });
}

const chinese = sample.map(({ name }) => name['zh-Hans'] as string);
const mix: Record<string, string[]> = {
  'official name': chinese,
  'part of a name': chinese.map((name) => name.slice(1, 5)),
  'two words, turned': chinese.map((name) => `${name.slice(-2)} ${name.slice(0, 2)}`),
  'wrong character': chinese.map((name) => `${name.slice(0, 2)}的${name.slice(3)}`),
  question: chinese.map((name) => `我想办${name.slice(0, 5)}需要什么材料`),
  traditional: ['營業執照', '機動車駕駛證', '不動產轉移登記', '養老保險', '結婚登記'],
  pinyin: chinese.map((name) => soundOf(fold(name)).letters.slice(0, 14)),
  'pinyin with a mistake': chinese.map((name) => `${soundOf(fold(name)).letters.slice(0, 5)}${soundOf(fold(name)).letters.slice(6, 14)}`),
  initials: chinese.map((name) => soundOf(fold(name)).initials.slice(0, 5)),
  Vietnamese: sample.map(({ name }) => name.vi as string),
  'Vietnamese without marks': sample.map(({ name }) => fold(name.vi as string).slice(0, 16)),
  English: sample.map(({ name }) => (name.en as string).slice(0, 12)),
  'English with a mistake': sample.map(({ name }) => `${(name.en as string).slice(0, 3)}${(name.en as string).slice(4)}`),
  'everyday words': sample.flatMap(({ words }) => words),
  synonyms: sampleSynonyms.flatMap(({ from }) => from),
  code: sample.map(({ code }) => code.slice(19)),
  'very common word': ['登记', '许可', '许可证核发', 'giay phep', 'dengji', 'xuke', '审批'],
  nonsense: ['asdfghjkl', '今天天气很好', '嗯嗯嗯嗯', '!!!', 'qwertzuiop', 'x'.repeat(300), '😀'.repeat(100)],
};

const micros = (sorted: readonly number[], share: number) =>
  String(Math.round((sorted[Math.floor((sorted.length - 1) * share)] as number) * 1000)).padStart(6);

function measure(label: string, times: number[]): void {
  times.sort((a, b) => a - b);
  console.log(`  ${label.padEnd(26)} p50 ${micros(times, 0.5)} µs   p95 ${micros(times, 0.95)} µs   p99 ${micros(times, 0.99)} µs`);
}

/** The clock of one query's CPU is too coarse; the quickest of three asks is what it takes when no other program is in the way. */
function timed(work: () => unknown): number {
  const asks = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...asks);
}

function cpuMillis(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function run(count: number): void {
  const documents = items(count);
  collectGarbage();
  const before = process.memoryUsage();
  let index = buildIndex([], []);
  const build = cpuMillis(() => (index = buildIndex(documents, sampleSynonyms)));
  const cheap = cpuMillis(() => (index = withSynonyms(index, sampleSynonyms)));
  collectGarbage();
  const after = process.memoryUsage();
  const megabytes = (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / 2 ** 20;
  console.log(
    `\n${count} items: built in ${build.toFixed(0)} ms CPU, new synonyms in ${cheap.toFixed(1)} ms CPU, ${megabytes.toFixed(1)} MB`,
  );
  const ask = (query: string) => search(index, query, { limit: 20, offset: 0 });
  const queries = Object.values(mix).flat();
  for (let round = 0; round < 5; round++) queries.forEach(ask);
  const all: number[] = [];
  for (const [label, list] of Object.entries(mix)) {
    const times = Array.from({ length: Math.ceil(2000 / list.length) }, () => list.map((query) => timed(() => ask(query)))).flat();
    measure(label, times);
    all.push(...times);
  }
  measure('all', all);
  const rounds = 5;
  console.log(
    `  ${((cpuMillis(() => Array.from({ length: rounds }, () => queries.forEach(ask))) * 1000) / (rounds * queries.length)).toFixed(0)} µs CPU a query on average`,
  );
}

run(6_500);
run(20_000);
