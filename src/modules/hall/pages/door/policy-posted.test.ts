import { expect, test } from 'vitest';
import { hiddenTexts, toPolicy } from './policy-posted.ts';

const hospital = { 'zh-Hans': '市医院', 'zh-Hant': '市醫院', vi: 'Bệnh viện thành phố', en: 'City hospital' };
const region = { code: '420000', name: { 'zh-Hans': '湖北省', 'zh-Hant': '湖北省', vi: 'Hồ Bắc', en: 'Hubei' } };
const posted = (language: 'zh-Hans' | 'vi', rules: object) =>
  toPolicy({ version: '1', ...hiddenTexts({ regions: [region], hospital }, language), rules });

test('a text that is changed in one language keeps its other languages, traditional Chinese follows the simplified', () => {
  expect(posted('vi', { hospital: 'Bệnh viện quận', regions: '420000 Tỉnh Hồ Bắc' })).toMatchObject({
    rules: { hospital: { ...hospital, vi: 'Bệnh viện quận' }, regions: [{ code: '420000', name: { ...region.name, vi: 'Tỉnh Hồ Bắc' } }] },
  });
  expect(posted('zh-Hans', { hospital: '区医院', regions: '420000 湖北省' })).toMatchObject({
    rules: { hospital: { ...hospital, 'zh-Hans': '区医院', 'zh-Hant': '區醫院' }, regions: [region] },
  });
});

test('a new region has the language it was written in, and no hospital is none', () => {
  expect(posted('vi', { hospital: ' ', regions: '230000 Hắc Long Giang' })).toMatchObject({
    rules: { hospital: null, regions: [{ code: '230000', name: { vi: 'Hắc Long Giang' } }] },
  });
});
