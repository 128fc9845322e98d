import { describe, expect, test } from 'vitest';
import { languages } from '#kernel/locale.ts';
import { pathIn, withQuery } from './components/band.tsx';
import { dayFromParts } from './components/inputs.tsx';
import { timeBarScale } from './components/time-bar.tsx';
import { errorOf, formErrors, valueOf, valuesOf } from './form-state.ts';
import { drawGallery, galleryPages } from './gallery.tsx';
import { currentEntry } from './shells/desk.tsx';

const assets = { citizen: '/citizen.css', desk: '/desk.css', js: '/loader.js' };

describe('every page of the gallery', () => {
  for (const page of galleryPages)
    for (const language of languages)
      test(`${page} in ${language} holds no inline style or script and only icons it draws`, () => {
        const html = drawGallery({ page, language, care: false, assets });
        expect(html).not.toMatch(/\sstyle=/);
        expect(html).not.toMatch(/\son[a-z]+=/);
        expect(html.match(/<script(?![^>]* src=)/)).toBeNull();
        const used = new Set([...html.matchAll(/href="#(i-\w+)"/g)].map(([, id]) => id));
        const drawn = new Set([...html.matchAll(/<symbol id="(i-\w+)"/g)].map(([, id]) => id));
        expect(drawn).toEqual(used);
        expect(html.match(/<h1/g)).toHaveLength(1);
        expect(html).toMatch(new RegExp(`<html lang="${language}"`));
      });
});

test('portal pages change language in their path, others in their query', () => {
  expect(pathIn('vi', '/zh-Hans/services/a')).toBe('/vi/services/a');
  expect(pathIn('en', '/zh-Hant')).toBe('/en');
  expect(pathIn('vi', '/desk/inbox?view=mine')).toBe('/desk/inbox?view=mine&lang=vi');
  expect(pathIn('vi', '/vietnam')).toBe('/vietnam?lang=vi');
  expect(withQuery('/zh-Hans/my?care=1#top', 'care', '0')).toBe('/zh-Hans/my?care=0');
});

test('the menu marks the entry whose address is the longest beginning, the first page only on itself', () => {
  const menu = [
    { href: '/desk', label: 'today', icon: 'calendar' },
    { href: '/desk/cases', label: 'cases', icon: 'doc' },
  ] as const;
  expect(currentEntry(menu, '/desk/cases/HC1')?.label).toBe('cases');
  expect(currentEntry(menu, '/desk')?.label).toBe('today');
  expect(currentEntry(menu, '/desk/parcels')).toBeUndefined();
  expect(currentEntry(menu, '/desktop')).toBeUndefined();
});

describe('the time bar', () => {
  test('stopped days move the promised edge and today, and are not used', () => {
    const spans = [
      { kind: 'used', count: 2 },
      { kind: 'stopped', count: 6 },
      { kind: 'used', count: 1 },
    ] as const;
    expect(timeBarScale({ spans, promised: { count: 5 }, statutory: { count: 20 } })).toEqual({
      used: 3,
      stopped: 6,
      today: 9,
      promisedEdge: 11,
      whole: 26,
    });
  });

  test('grows when more was used than the law gives', () => {
    expect(timeBarScale({ spans: [{ kind: 'used', count: 23 }], promised: undefined, statutory: { count: 20 } }).whole).toBe(23);
  });
});

describe('a form that did not go through', () => {
  const form = {
    name: 'answer',
    values: { area: '约二十', kinds: ['a', 'b'] },
    problems: [{ path: 'area', code: 'wrong_format', facts: {} }],
  };

  test('says by each field what is wrong, by its label where one is known', () => {
    const errors = formErrors('en', form, { labels: { area: 'Kitchen area' } });
    expect(errors).toEqual([{ name: 'area', text: 'The format is not right. See the hint', label: 'Kitchen area' }]);
    expect(errorOf(errors, 'area')).toBe('The format is not right. See the hint');
    expect(errorOf(errors, 'other')).toBeUndefined();
  });

  test('keeps every value', () => {
    expect(valueOf(form, 'area', '46')).toBe('约二十');
    expect(valueOf(undefined, 'area', '46')).toBe('46');
    expect(valuesOf(form, 'kinds')).toEqual(['a', 'b']);
    expect(valuesOf(form, 'none', ['stored'])).toEqual([]);
  });

  test('prefers the words of the module over the common ones', () => {
    const refused = { name: 'claim', values: {}, refusal: { code: 'stale_version', facts: { by: 'X' } } };
    const own = { stale_version: ({ by }: { by: string }) => `${by} was faster` };
    expect(formErrors('en', refused, { own })[0]?.text).toBe('X was faster');
    expect(formErrors('en', { ...refused, refusal: { code: 'unheard_of', facts: {} } })[0]?.text).toMatch(/12345/);
  });
});

test('a code nobody wrote words for still says that the field is wrong', () => {
  expect(formErrors('vi', { name: 'a', values: {}, problems: [{ path: 'x', code: 'odd', facts: {} }] })[0]?.text).toBe('Mục này chưa đúng');
});

test('three boxes become a day, or nothing when they are no date by form', () => {
  expect(dayFromParts({ year: '2020', month: '7', day: '3' })).toBe('2020-07-03');
  expect(dayFromParts({ year: '20', month: '7', day: '3' })).toBeUndefined();
  expect(dayFromParts({})).toBeUndefined();
});
