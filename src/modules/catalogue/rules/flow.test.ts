import { expect, test } from 'vitest';
import type { Item } from '../item.ts';
import { flowOf, flowText, type FlowWords } from './flow.ts';
import { flowSvg } from './flow-svg.ts';

const item: Pick<Item, 'code' | 'name' | 'stages' | 'unit' | 'limits'> = {
  code: '440131904206',
  name: { 'zh-Hans': '食品 <许可> & "证"', vi: 'Giấy phép' },
  unit: 'market/food',
  limits: { promised: { days: 5, unit: 'workday' } },
  stages: [
    { key: 'intake', unit: 'window', limit: 1 },
    {
      parallel: { join: 'all' },
      of: [
        { key: 'documents', unit: 'self', limit: 2 },
        { key: 'survey', unit: 'self', by: 'video', onlyIf: { '>=': [{ var: 'area' }, 30] } },
      ],
    },
    { key: 'decision', unit: 'self/head', signs: true, name: { vi: 'Ký duyệt kết quả hồ sơ cấp giấy phép kinh doanh' } },
  ],
};
const words: FlowWords = {
  title: (name) => `Flow: ${name}`,
  stage: (key) => key.toUpperCase(),
  unit: (path, post) => `${path}${post === 'head' ? ' (head)' : ''}`,
  limit: ({ days, unit }) => `${days} ${unit}`,
  by: { visit: 'on site', video: 'by video' },
  sometimes: 'in some cases',
  join: (join, lanes) => `${lanes} side by side, ${join}`,
};

test('the flow lists the stage plan that really runs, with what is not always there marked', () => {
  expect(flowOf(item).map((step) => step.lanes.map((lane) => [lane.key, lane.unit, lane.sometimes]))).toEqual([
    [['intake', 'window', false]],
    [
      ['documents', 'market/food', false],
      ['survey', 'market/food', true],
    ],
    [['decision', 'market/food', false]],
  ]);
});

test('the same flow reads as sentences', () => {
  expect(flowText(item, 'vi', words)).toEqual([
    'INTAKE · window · 1 workday',
    '2 side by side, all: DOCUMENTS · market/food · 2 workday; SURVEY · market/food · by video · in some cases',
    'Ký duyệt kết quả hồ sơ cấp giấy phép kinh doanh · market/food (head)',
  ]);
});

test('the picture has a title and a description, escapes what people wrote and carries no script', () => {
  const svg = flowSvg(item, 'zh-Hans', words);
  expect(svg).toContain('<title id="flow-440131904206-title">Flow: 食品 &#60;许可&#62; &#38; &#34;证&#34;</title>');
  expect(svg).toMatch(/<desc id="flow-440131904206-desc">1\. INTAKE/);
  expect(svg).toContain('role="img"');
  expect(svg).not.toMatch(/<script|onload|style=|NaN|undefined/);
  expect(svg.match(/class="flow-box/g)).toHaveLength(4);
  expect(svg.match(/class="flow-line"/g)).toHaveLength(2);
});

test('long names are broken into lines that fit their box', () => {
  const lines = [...flowSvg(item, 'vi', words).matchAll(/class="flow-name"[^>]*>([^<]*)</g)].map((match) => match[1] as string);
  expect(lines.join(' ')).toContain('Ký duyệt');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
});
