import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { staffRoles } from '#kernel/actor.ts';
import { outcomes } from '#modules/cases/rules/case-file.ts';
import { acts, states } from '#modules/cases/rules/states.ts';
import { itemKinds } from '#modules/catalogue/item.ts';
import { channelNames } from '#modules/channels/rules.ts';

const rows = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
const words = rows.map(([, word = '']) => word.replaceAll('`', ''));

test.each([
  ['state', states],
  ['act', Object.keys(acts)],
  ['outcome', outcomes],
  ['channel', channelNames],
  ['kind of item', itemKinds],
  ['role of staff', staffRoles],
])('every %s of the code is in the glossary', (_, names) => {
  expect(names.filter((name) => !words.includes(name))).toEqual([]);
});

test('a word is coined once, in every language, with its source', () => {
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  expect(rows.filter((cells) => cells.length !== 8 || cells.slice(1, 7).some((cell) => cell === '')).map(([, word]) => word)).toEqual([]);
});
