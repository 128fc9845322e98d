import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRefusal } from '#kernel/result.ts';
import type { Item } from './item.ts';
import { loadItem } from './load-item.ts';
import { checkItem } from './rules/check-item.ts';
import { lanesOf } from './rules/stage-plan.ts';

const folder = 'data/catalogue/items';
const read = <T>(path: string) => parse(readFileSync(path, 'utf8')) as T;
type Officer = { username: string; roles: string[]; unit: string };
const centre = read<{ units: { code: string; head?: string }[]; officers: Officer[] }>('data/demo/centre.yaml');
const { person, organisation } = read<Record<'person' | 'organisation', { theme: string }[]>>('data/catalogue/themes.yaml');
const unitByCode = new Map(centre.units.map((unit) => [unit.code, unit]));
const fixedUnits = ['window', 'self', 'self/head'];

const items = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Item] => {
    const loaded = loadItem(readFileSync(`${folder}/${name}`, 'utf8'));
    if (isRefusal(loaded)) throw new Error(`${name}: ${JSON.stringify(loaded.facts)}`);
    return [name, loaded.item];
  });

describe.each(items)('%s', (_, item) => {
  test('has no error and nothing doubtful, in three languages', () => {
    expect(checkItem(item)).toEqual([]);
  });

  test('is found by themes that are shown', () => {
    const shown = [...person, ...organisation].map(({ theme }) => theme);
    expect((item.themes ?? []).filter((theme) => !shown.includes(theme))).toEqual([]);
  });

  test('is handled by units of the demo centre, with an officer to review and another to sign', () => {
    const stageUnits = item.stages.flatMap(lanesOf).map((stage) => stage.unit);
    const named = [item.unit, ...stageUnits.filter((unit) => !fixedUnits.includes(unit)).map((unit) => unit.replace(/\/head$/, ''))];
    expect(named.filter((unit) => !unitByCode.has(unit))).toEqual([]);
    const head = centre.officers.find((officer) => officer.username === unitByCode.get(item.unit)?.head);
    expect(head?.roles).toContain('signer');
    expect(centre.officers.some((officer) => officer.unit === item.unit && officer.roles.includes('reviewer'))).toBe(true);
  });

  test('tells people what they need to know before they come', () => {
    expect(item.guide?.lead).toBeDefined();
    expect(item.faq?.length).toBeGreaterThanOrEqual(1);
    expect(Object.values(item.words ?? {}).flat().length).toBeGreaterThan(2);
  });
});

test('there are at least 24 items of two countries, each with its own code', () => {
  expect(items.length).toBeGreaterThanOrEqual(24);
  expect(new Set(items.map(([, item]) => item.code)).size).toBe(items.length);
  expect(new Set(items.map(([, item]) => item.jurisdiction)).size).toBe(2);
});
