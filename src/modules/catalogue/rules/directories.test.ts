import { expect, test } from 'vitest';
import { directoriesOf, isAllOnline, isInstant, isOnce, type ItemFacts, mustComeInPerson, presenceReasons } from './directories.ts';

const plain: ItemFacts = {
  channels: { online: {}, 'walk-in': {} },
  visits: { count: 0 },
  limits: { promised: { days: 5, unit: 'workday' } },
  documents: [],
  stages: [{ key: 'intake', unit: 'window' }],
  result: { delivery: ['electronic'] },
};
const paper = { key: 'p', name: {}, necessity: 'main' as const, form: 'original' as const, from: [{ upload: { max: 1 } }] };

test('an item is all online when it can be applied for, decided and had without leaving the screen', () => {
  expect(isAllOnline(plain)).toBe(true);
  expect(isAllOnline({ ...plain, visits: { count: 1 } })).toBe(false);
  expect(isAllOnline({ ...plain, channels: { post: {} } })).toBe(false);
  expect(isAllOnline({ ...plain, channels: { online: { as: 'guidance' }, 'walk-in': {} } })).toBe(false);
  expect(isAllOnline({ ...plain, documents: [paper] })).toBe(false);
  expect(isAllOnline({ ...plain, result: { delivery: ['counter'] } })).toBe(false);
});

test('an item promised in no days is decided on the spot', () => {
  expect(isInstant({ ...plain, limits: { promised: { days: 0, unit: 'workday' } } })).toBe(true);
  expect(isInstant(plain)).toBe(false);
});

test('an item is done in one go when nobody comes twice and nothing runs side by side', () => {
  const fork = {
    parallel: { join: 'all' as const },
    of: [
      { key: 'a', unit: 'self' },
      { key: 'b', unit: 'self' },
    ],
  };
  expect(isOnce({ ...plain, visits: { count: 1 } })).toBe(true);
  expect(isOnce({ ...plain, visits: { count: 2 } })).toBe(false);
  expect(isOnce({ ...plain, stages: [fork] })).toBe(false);
  expect(isOnce({ ...plain, stages: [{ key: 'survey', unit: 'self', by: 'visit' }] })).toBe(false);
});

test('whoever must come is told what in the item makes it so', () => {
  expect(presenceReasons(plain)).toEqual([]);
  expect(presenceReasons({ ...plain, visits: { count: 1 } })).toEqual(['visits_required']);
  expect(presenceReasons({ ...plain, channels: { 'walk-in': {}, online: { as: 'guidance' } } })).toEqual(['no_distant_channel']);
  expect(presenceReasons({ ...plain, documents: [paper] })).toEqual(['original_papers']);
  expect(mustComeInPerson({ ...plain, channels: { ...plain.channels, post: {} }, documents: [paper] })).toBe(false);
  expect(presenceReasons({ ...plain, result: { delivery: ['counter'] } })).toEqual(['result_at_counter']);
});

test('all directories are answered at once', () => {
  expect(directoriesOf(plain)).toEqual({ allOnline: true, instant: false, once: true, atMostOneVisit: true, mustCome: [] });
});
