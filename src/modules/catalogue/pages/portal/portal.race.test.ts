import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#kernel/locale.ts';
import { type Office, openOffice } from '#test/support/office.ts';

const food = '440131904206';
const pages = [
  '',
  '?by=org',
  '?by=dept',
  '/services',
  '/services?q=%E5%BC%80%E9%A5%AD%E9%A6%86',
  `/services/${food}`,
  `/services/${food}?brief=1`,
  `/services/${food}/print`,
  `/services/${food}/check`,
  '/themes',
  '/departments',
  '/places',
  '/directories',
  '/help',
  '/accessibility',
];

describe('the pages on which people find a service', () => {
  let office: Office;
  const get = (path: string) => office.http.inject({ url: path });
  beforeAll(async () => {
    office = await openOffice();
  }, 60_000);
  afterAll(() => office.close());

  test.each(languages)('all answer in %s, none heavier than 15 KB packed', async (language) => {
    for (const page of pages) {
      const answer = await get(`/${language}${page}`);
      expect(answer.statusCode, page).toBe(200);
      expect(answer.body, page).not.toMatch(/undefined|\[object Object\]|NaN/);
      expect(gzipSync(answer.body).length, page).toBeLessThanOrEqual(15 * 1024);
    }
  });

  test('home and guide ask the database at most three things, and mostly nothing', async () => {
    for (const page of ['/zh-Hans', `/zh-Hans/services/${food}`]) {
      await get(page);
      const before = office.app.db.statements();
      await get(page);
      await get(page);
      expect(office.app.db.statements() - before, page).toBeLessThanOrEqual(3);
    }
  });

  test('an unknown code is a 404 that helps on', async () => {
    const answer = await get('/zh-Hans/services/999999999999');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('name="q"');
  });

  test('an item that has ended leads to its successor', async () => {
    const admin = await office.as('admin');
    const code = await anyOtherCode();
    const current = (await admin.get(`/catalogue/items/${code}`)).body as { version: number };
    const answer = await admin.post(`/catalogue/items/${code}/retire`, {
      version: current.version,
      lastDay: '2020-12-31',
      successor: food,
    });
    expect(answer.status).toBe(200);
    const page = await get(`/zh-Hans/services/${code}`);
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain(`/zh-Hans/services/${food}`);
  });

  async function anyOtherCode(): Promise<string> {
    const { rows } = (await (await office.as()).get('/catalogue/items')).body as unknown as { rows: { itemCode: string }[] };
    return rows.find(({ itemCode }) => itemCode !== food)?.itemCode ?? '';
  }

  test('the flow is a picture too, and a sample is given only to the item that names it', async () => {
    const picture = await get(`/vi/services/${food}/flow.svg`);
    expect(picture.headers['content-type']).toContain('image/svg+xml');
    expect(picture.body).toContain('Bộ phận một cửa');
    expect((await get(`/vi/services/${food}/papers/floor-plan.svg`)).statusCode).toBe(200);
    expect((await get(`/vi/services/${food}/papers/..%2Fthemes.yaml`)).statusCode).toBe(404);
  });

  test('what was looked for in vain is told, without the numbers in it', async () => {
    await get(`/zh-Hans/services?q=${encodeURIComponent('天上掉馅饼 110101199001011234')}`);
    const told = await office.app.db.read((tx) =>
      tx.rows<{ words: string }>(`select payload->>'words' as words from kernel.outbox where kind = 'item_not_found'`),
    );
    expect(told).toEqual([{ words: '天上掉馅饼 …' }]);
  });
});
