import { expect, test } from 'vitest';
import { negotiate, pickText, textIn } from './locale.ts';

test.each([
  [undefined, 'zh-Hans'],
  ['', 'zh-Hans'],
  ['vi', 'vi'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en;q=0.3, zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['fr, de;q=0.9, en;q=0.1', 'en'],
  ['fr', 'zh-Hans'],
  ['en;q=0, vi;q=0.1', 'vi'],
  ['*', 'zh-Hans'],
  ['EN-us', 'en'],
  [';;;,,,=q', 'zh-Hans'],
  ['en;q=nonsense, vi', 'vi'],
])('for %s we speak %s', (header, language) => {
  expect(negotiate(header, 'zh-Hans')).toBe(language);
});

test('a text that lacks a language is given in the nearest one, and says which', () => {
  expect(pickText({ 'zh-Hans': '办', en: 'do' }, 'vi')).toEqual({ text: 'do', language: 'en' });
  expect(pickText({ 'zh-Hans': '办' }, 'zh-Hant')).toEqual({ text: '办', language: 'zh-Hans' });
  expect(pickText({}, 'en')).toEqual({ text: '', language: 'en' });
  expect(textIn(undefined, 'en')).toBe('');
});
