import type { Item, ItemKind } from '../item.ts';
import { kindByCatalogueDigits } from '../item.ts';

/** The words of `data/catalogue/generated-words.yaml`. A word is "Chinese | Vietnamese | English". */
export type GeneratorWords = {
  readonly acts: Readonly<Record<string, readonly Act[]>>;
  readonly joined: string;
  readonly fields: readonly Field[];
  readonly districts: readonly string[];
  readonly towns: readonly string[];
  readonly mustCome: string;
};
type Act = { readonly act: string; readonly kind: ItemKind; readonly days: number; readonly name: string };
type Field = {
  readonly unit: string;
  readonly themes: readonly string[];
  readonly audience: readonly Item['audience'][number][];
  readonly acts: readonly string[];
  readonly towns?: boolean;
  readonly subjects: readonly string[];
  readonly matters: readonly string[];
};

/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number;

/** An item without form and stages: `guessStandard(kind)` completes it. */
export type LightItem = Omit<Item, 'sections' | 'questions' | 'documents' | 'stages' | 'result'>;

/** Mulberry32: 32 bits of state, good enough to scatter demo data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Up to `count` items, spread over all fields, acts and places. Fewer are the first of more. */
export function generateItems(words: GeneratorWords, { count, random }: { count: number; random: Random }): LightItem[] {
  return shuffled(matrixOf(words), random)
    .slice(0, count)
    .map((cell) => itemOf(cell, words, random));
}

type Place = { readonly unit: string; readonly level: NonNullable<Item['level']>; readonly no: number };
type Cell = { readonly field: Field; readonly name: string; readonly act: Act; readonly main: number; readonly place: Place };

/** Matter × act × place. Numbers are counted over the whole matrix, so that a code never depends on what was drawn. */
function matrixOf(words: GeneratorWords): Cell[] {
  let main = firstMain;
  return words.fields.flatMap((field) =>
    mattersOf(field, words.joined).flatMap((name) =>
      field.acts
        .flatMap((set) => words.acts[set] ?? [])
        .flatMap((act) => {
          main += 1;
          return placesOf(field, words).map((place) => ({ field, name, act, main, place }));
        }),
    ),
  );
}

function mattersOf({ subjects, matters }: Field, joined: string): string[] {
  return subjects.flatMap((subject) => matters.map((matter) => combine(joined, { subject, matter })));
}

function placesOf({ unit, towns }: Field, words: GeneratorWords): Place[] {
  const below = [
    ...words.districts.map((one) => ({ unit: one, level: 'county' as const })),
    ...(towns ? words.towns : []).map((one) => ({ unit: one, level: 'town' as const })),
  ];
  return [{ unit, level: 'city' as const }, ...below].map((place, index) => ({ ...place, no: index + 1 }));
}

/** Main numbers from here on are the generator's: no item written by hand has one. */
const firstMain = 80_000;
const digitsByKind = new Map(Object.entries(kindByCatalogueDigits).map(([digits, kind]) => [kind, digits]));

/** National part 00, two digits of the kind, five of the matter, three of the place. */
function codeOf({ act, main, place }: Cell): string {
  return `00${digitsByKind.get(act.kind) ?? '20'}${String(main).padStart(5, '0')}${String(place.no).padStart(3, '0')}`;
}

function itemOf(cell: Cell, words: GeneratorWords, random: Random): LightItem {
  const { field, act, place } = cell;
  const mustCome = random() < 0.01;
  return {
    code: codeOf(cell),
    jurisdiction: 'CN',
    kind: act.kind,
    level: place.level,
    version: 1,
    effectiveFrom: '2020-01-01',
    unit: place.unit,
    audience: [...field.audience],
    themes: [...field.themes],
    ...(place.level === 'town' && { scopes: ['village'] }),
    name: textOf(capitalised(combine(act.name, { '': cell.name }))),
    ...(act.kind === 'licence' && { basis: [{ law: '中华人民共和国行政许可法', article: '12' }] }),
    limits: limitsOf(act, random),
    visits: mustCome ? { count: 1, why: textOf(words.mustCome) } : { count: 0 },
    fee: { amount: 0 },
    channels: channelsOf(act, random, mustCome),
    generated: true,
  };
}

const promises = [0, 1, 2, 3, 5, 7, 10];

/** What is promised is never more than half of what the law gives. */
function limitsOf({ days }: Act, random: Random): Item['limits'] {
  const unit = random() < 0.02 ? 'day' : 'workday';
  const most = Math.ceil(days / 2);
  const promised =
    days === 1
      ? Number(random() < 0.3)
      : drawn(
          promises.filter((one) => one <= most && (one > 0 || random() < 0.4)),
          random,
          1,
        );
  return { statutory: { days, unit }, promised: { days: promised, unit } };
}

/** About two thirds can be done online from beginning to end. */
function channelsOf({ kind }: Act, random: Random, mustCome: boolean): Item['channels'] {
  const online = random() < (kind === 'public-service' ? 0.8 : 0.6);
  const simple = kind === 'public-service' || kind === 'benefit';
  return {
    ...(online && { online: {}, mobile: {} }),
    ...(online && simple && random() < 0.1 && { kiosk: {} }),
    ...(!mustCome && { post: {}, proxy: {} }),
    appointment: {},
    'walk-in': {},
    ...(kind === 'benefit' && { 'home-visit': { for: ['elderly', 'disabled'] } }),
    phone: { as: 'guidance' },
  };
}

/** Puts words of three languages into a pattern of three languages. */
function combine(pattern: string, parts: Readonly<Record<string, string>>): string {
  return inLanguages(pattern)
    .map((written, index) =>
      Object.entries(parts).reduce((text, [key, words]) => text.replaceAll(`{${key}}`, inLanguages(words)[index] ?? ''), written),
    )
    .join(' | ');
}

function inLanguages(words: string): string[] {
  return words.split('|').map((part) => part.trim());
}

function capitalised(words: string): string {
  return inLanguages(words)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' | ');
}

function textOf(words: string): Item['name'] {
  const [hans = '', vi = '', en = ''] = inLanguages(words);
  return { 'zh-Hans': hans, vi, en };
}

function drawn<T>(from: readonly T[], random: Random, otherwise: T): T {
  return from[Math.floor(random() * from.length)] ?? otherwise;
}

/** Fisher–Yates. */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
