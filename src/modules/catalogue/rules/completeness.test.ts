import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadItem } from '../load-item.ts';
import { isRefusal } from '#kernel/result.ts';
import { completenessOf } from './completeness.ts';

const written = (name: string) => {
  const loaded = loadItem(readFileSync(new URL(`../../../../data/catalogue/items/${name}.yaml`, import.meta.url), 'utf8'));
  if (isRefusal(loaded)) throw new Error(JSON.stringify(loaded));
  return loaded.item;
};

test('an item written with everything is complete but for a text or two', () => {
  const found = completenessOf(written('food-business-licence'));
  expect(found).toMatchObject({ gaps: { vi: 0, en: 0 }, hasForm: true, hasFlow: true });
  expect(found.score).toBeGreaterThan(90);
});

test('what another system brought has neither a form nor a flow of its own, and its languages are counted', () => {
  const { vi: _, ...name } = written('food-business-licence').name;
  const found = completenessOf({ ...written('food-business-licence'), name, faq: [], imported: { from: 'elsewhere' } });
  expect(found).toMatchObject({ gaps: { vi: 1 }, hasForm: false, hasFlow: false, missing: expect.arrayContaining(['faq']) });
  expect(found.score).toBeLessThan(55);
});
