import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRefusal } from '#kernel/result.ts';
import { addDays } from '#kernel/workdays.ts';
import type { Item } from './item.ts';
import { loadItem } from './load-item.ts';
import { checkItem } from './rules/check-item.ts';
import { checkAnswers } from './rules/form.ts';
import { checkSlots } from './rules/slots.ts';
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

type DemoForm = { item: string; code: string; answers: Record<string, unknown>; slots: Record<string, string | null> };
type DemoCase = {
  about: string;
  form: string;
  answered?: string[];
  answers?: Record<string, unknown>;
  slots?: DemoForm['slots'];
  steps: { act: string; by: string; at: string }[];
};
const demo = read<{ forms: Record<string, DemoForm>; cases: DemoCase[] }>('data/demo/cases.yaml');
const today = '2020-08-05';
const citizens = read<{ citizens: { username: string }[] }>('data/demo/centre.yaml').citizens;

const relative = (value: unknown): unknown =>
  typeof value === 'string' && /^@[+-]\d+$/.test(value) ? addDays(today, Number(value.slice(1))) : value;
const given = <T>(values: Record<string, T | null>) => Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== null);
const slotAnswer = (way: string) => (way === 'owed' ? { owed: true as const } : { fileIds: ['00000000-0000-7000-8000-000000000000'] });

describe.each(demo.cases.map((one): [string, DemoCase] => [one.about, one]))(
  'the demo case “%s”',
  (_, { form: key, answered, answers, slots, steps }) => {
    const form = demo.forms[key] as DemoForm;
    const item = items.find(([name]) => name === `${form.item}.yaml`)?.[1] as Item;
    const said = Object.fromEntries(given({ ...form.answers, ...answers }).map(([one, value]) => [one, relative(value)]));
    const papers = Object.fromEntries(given({ ...form.slots, ...slots }).map(([slot, way]) => [slot, slotAnswer(way)]));

    test('is about an item that is there, and says what its form asks', () => {
      expect(item.code).toBe(form.code);
      if (answered) return expect(answered.every((one) => one in said)).toBe(true);
      expect(checkAnswers(item, said, { today }).problems).toEqual([]);
      return expect(checkSlots(item, said, { slots: papers })).toEqual([]);
    });

    test('is moved by people of the demo centre, forward in time', () => {
      const known = [
        'applicant',
        'system',
        ...centre.officers.map(({ username }) => username),
        ...citizens.map(({ username }) => username),
      ];
      expect(steps.filter((step) => !known.includes(step.by))).toEqual([]);
      const moments = steps.map(({ at }) => /^-(\d+) workdays (\d\d):(\d\d)$/.exec(at)?.slice(1).map(Number) ?? [0, 24, 0]);
      const minutes = moments.map(([days = 0, hour = 0, minute = 0]) => -days * 1440 + hour * 60 + minute);
      expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    });
  },
);
