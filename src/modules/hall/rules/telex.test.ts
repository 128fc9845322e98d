import { expect, test } from 'vitest';
import { telex } from './telex.ts';

const type = (keys: string) => [...keys].reduce(telex, '');

test.each([
  ['tieengs', 'tiếng'],
  ['Vieetj', 'Việt'],
  ['ddaatj', 'đật'],
  ['dduwowngf', 'đường'],
  ['nguwowif', 'người'],
  ['ddawng kys', 'đăng ký'],
  ['khai sinh', 'khai sinh'],
  ['hoaf', 'hòa'],
  ['quoocs', 'quốc'],
  ['giaays', 'giấy'],
  ['giaf', 'già'],
  ['cuar', 'của'],
  ['tooif', 'tồi'],
  ['tooifz', 'tôi'],
  ['DDaf Nawngx', 'Đà Nẵng'],
  ['oanf', 'oàn'],
  ['khuyur', 'khuỷu'],
  ['bank', 'bank'],
])('%s becomes %s', (keys, word) => expect(type(keys)).toBe(word.normalize('NFC')));
