import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRefusal } from '#kernel/result.ts';
import { parseItem } from '../load-item.ts';
import { checkItem } from './check-item.ts';
import { directoriesOf } from './directories.ts';
import { generateItems, type GeneratorWords, type LightItem, seededRandom } from './generate.ts';
import { guessStandard } from './guess-standard.ts';

const read = <T>(path: string) => parse(readFileSync(path, 'utf8')) as T;
const words = read<GeneratorWords>('data/catalogue/generated-words.yaml');
const generate = (count: number, seed = 2020) => generateItems(words, { count, random: seededRandom(seed) });
const whole = (item: LightItem) => ({ ...item, ...guessStandard(item.kind) });
const all = generate(6500);

describe('the generator', () => {
  test('makes 6,500 items, each with its own code of twelve characters', () => {
    expect(new Set(all.map((item) => item.code)).size).toBe(6500);
    expect(all.filter((item) => !/^00\d{10}$/.test(item.code))).toEqual([]);
    expect(all.every((item) => item.generated)).toBe(true);
  });

  test('makes the same items from the same seed, others from another, and fewer are the first of more', () => {
    expect(generate(6500)).toEqual(all);
    expect(generate(40).map((item) => item.code)).toEqual(all.slice(0, 40).map((item) => item.code));
    expect(generate(40, 7)).not.toEqual(all.slice(0, 40));
  });

  test('names them in three languages, with no pattern left open', () => {
    const names = all.flatMap((item) => ['zh-Hans', 'vi', 'en'].map((language) => (item.name as Record<string, string>)[language] ?? ''));
    expect(names.filter((name) => name.length < 3 || /[{}|]/.test(name))).toEqual([]);
  });

  test('makes items that can be published with the standard form of their kind', () => {
    for (const item of all.slice(0, 300)) {
      const loaded = parseItem(whole(item));
      if (isRefusal(loaded)) throw new Error(JSON.stringify(loaded.facts));
      expect(checkItem(loaded.item).filter((problem) => problem.level === 'error')).toEqual([]);
    }
  });

  test('knows only units and themes that the demo centre has', () => {
    const units = read<{ units: { code: string }[] }>('data/demo/centre.yaml').units.map((unit) => unit.code);
    const { person, organisation } = read<Record<'person' | 'organisation', { theme: string }[]>>('data/catalogue/themes.yaml');
    const themes = [...person, ...organisation].map(({ theme }) => theme);
    expect(all.filter((item) => !units.includes(item.unit) || item.themes?.some((theme) => !themes.includes(theme)))).toEqual([]);
  });

  test('puts most of them online, many on the spot, and lets few demand a visit', () => {
    const share = (holds: (found: ReturnType<typeof directoriesOf>) => boolean) =>
      all.filter((item) => holds(directoriesOf(whole(item)))).length / all.length;
    expect(share((found) => found.allOnline)).toBeGreaterThan(0.55);
    expect(share((found) => found.instant)).toBeGreaterThan(0.1);
    expect(share((found) => found.mustCome.length > 0)).toBeLessThan(0.03);
  });
});
