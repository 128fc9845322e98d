import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { passText } from '#modules/hall/rules/pass.ts';
import { hallSettings } from '#modules/hall/settings.ts';
import { testPolicy } from '#modules/hall/testing-door.ts';
import { hasBrowser, looksRight, openTown, type Town } from '../support/browser.ts';
import type { Desk } from '../support/office.ts';

const hall = '/hall/hechuan-hall';
const minuteMs = 60_000;

describe.skipIf(!hasBrowser)('people come in by the doors', () => {
  let town: Town;
  let [gate, operator, supervisor]: Desk[] = [];
  beforeAll(async () => {
    town = await openTown();
    [gate, operator, supervisor] = await Promise.all(['gate', 'operator', 'supervisor'].map(town.office.as));
  }, 60_000);
  afterAll(() => town.close());

  const count = async () => ((await gate?.get(`${hall}/occupancy`))?.body ?? {}) as { now: number; cap: number };
  const empty = () => supervisor?.post(`${hall}/close-day`, { reason: 'begin anew' });

  /** A tablet of its own at a door, paired by its six digits; `skew` milliseconds is its clock ahead. */
  async function tablet(door: string, skew = 0): Promise<Page> {
    const made = await operator?.post('/hall/devices', { venue: 'hechuan-hall', door, name: `${door} ${skew}`, scopes: ['gate'] });
    const first = await town.visit({ width: 820 });
    const context = await (first.context().browser() as NonNullable<ReturnType<ReturnType<Page['context']>['browser']>>).newContext({
      baseURL: town.base,
      viewport: { width: 820, height: 1180 },
      locale: 'zh-CN',
    });
    await first.context().close();
    await context.addInitScript((shift) => {
      const origin = performance.timeOrigin + shift;
      Object.defineProperty(performance, 'timeOrigin', { get: () => origin });
    }, skew);
    const page = await context.newPage();
    await page.goto('/pair');
    await page.fill('[name=code]', String(made?.body['code']));
    await Promise.all([page.waitForURL(`**/gate/hechuan-hall/${door}`), page.click('button[type=submit]')]);
    return page;
  }

  const person = async (page: Page) => {
    const before = await page.evaluate(() => document.querySelectorAll('[data-result] b').length);
    await page.evaluate(() => document.querySelector('[data-result]')?.replaceChildren());
    await page.fill('#temperature', '365');
    await page.press('#temperature', 'Enter');
    await page.waitForSelector('[data-result] b');
    expect(before).toBeLessThanOrEqual(1);
    return (await page.textContent('[data-result] b')) ?? '';
  };

  test('a healthy visitor needs four presses: three digits and one key; one with a fever is told to sit down and measured again', async () => {
    await empty();
    const page = await town.visit({ persona: 'gate', width: 820 });
    await page.goto('/gate/hechuan-hall/east');
    await page.waitForSelector('.gate[data-line=on]');
    for (const digit of ['3', '6', '5']) await page.click(`[data-digit="${digit}"]`);
    expect(await page.textContent('[data-enter-text]')).toContain('请进');
    await page.click('[data-enter]');
    await page.waitForSelector('[data-result] b');
    expect((await count()).now).toBe(1);
    await looksRight(page);
    for (const digit of ['3', '7', '8']) await page.click(`[data-digit="${digit}"]`);
    expect(await page.textContent('[data-verdict]')).toContain('禁止进入');
    await page.click('[data-enter]');
    await page.waitForSelector('[data-result].hot');
    await page.fill('#temperature', '37.9');
    await page.click('[data-enter]');
    await page.waitForFunction(() => document.querySelector('[data-result] b')?.textContent?.includes('隔离'));
    expect((await gate?.get('/hall/alerts'))?.body['rows']).toHaveLength(1);
    await page.context().close();
  }, 60_000);

  test('the door works as plain forms, on a phone, without scripts', async () => {
    await empty();
    const page = await town.visit({ javaScript: false, width: 320 });
    await page.context().addCookies([{ name: 'tongban_session', value: String(gate?.token), url: town.base }]);
    await page.goto('/gate/hechuan-hall/east');
    await page.fill('#temperature', '36,6');
    await page.click('[data-enter]');
    expect(await page.textContent('[data-result]')).toContain('请进');
    expect((await count()).now).toBe(1);
    await page.click('[data-undo]');
    expect((await count()).now).toBe(0);
    await page.fill('#temperature', 'warm');
    await page.click('[data-enter]');
    expect(await page.locator('.errors a').count()).toBe(1);
    await page.context().close();
  }, 60_000);

  test('three doors without a line, their clocks ten minutes off, fill the hall to its cap and not above; nothing is lost or doubled', async () => {
    await empty();
    const admin = await town.office.as('admin');
    await admin.post('/hall/policies', { version: 1, rules: { ...testPolicy, leasePlaces: 8 } });
    const come = (desk: Desk | undefined, party = 1) =>
      desk?.post(`${hall}/screenings`, { temperature: 36.4, mask: true, symptoms: [], party, deviceEventId: newId() });
    await come(gate, 20);
    await come(gate, 20);
    const doors = [await tablet('east', 10 * minuteMs), await tablet('west', -10 * minuteMs), await tablet('east')];
    const entering = doors.filter((page) => !page.url().endsWith('/west'));
    for (const page of entering)
      await page.waitForFunction(() => Number((document.querySelector('.gate') as HTMLElement).dataset['places']) > 0);
    await doors[1]?.waitForSelector('.gate[data-line=on]');
    const places = await Promise.all(
      doors.map((page) => page.evaluate(() => Number((document.querySelector('.gate') as HTMLElement).dataset['places']))),
    );
    // Kept on the device, so that it opens again without a line.
    await doors[0]?.waitForFunction(async () => (await caches.match(location.href)) !== undefined);
    for (const page of doors) await page.context().setOffline(true);
    for (const page of doors) await page.waitForSelector('.gate[data-line=off]');
    const cutAt = town.office.app.now();

    const [east] = doors as [Page];
    const seconds = Math.floor(cutAt.getTime() / 1000);
    const text = passText({
      venue: 'hechuan-hall',
      area: 'hall',
      booking: 'HCAN-RPX9-FDNR',
      party: 1,
      from: seconds - 900,
      until: seconds + 3600,
      policy: 1,
    });
    const scan = async (code: string) => {
      await east.evaluate(() => document.querySelector('[data-result]')?.replaceChildren());
      await east.fill('#code', code);
      await east.press('#code', 'Enter');
    };
    await scan(`${text}.${'A'.repeat(86)}`);
    await east.waitForFunction(() => document.querySelector('[data-result]')?.textContent?.includes('不是本中心'));
    await scan(`${text}.${hallSettings().box.sign(text)}`);
    await east.waitForFunction(() => document.querySelector('[data-who]')?.textContent === 'HCAN-RPX9-FDNR');
    expect(await person(east)).toContain('请进');
    let admitted = 1;
    for (const page of entering) for (let said = await person(page); said.includes('请进'); said = await person(page)) admitted += 1;
    expect(admitted).toBe((places[0] ?? 0) + (places[2] ?? 0));
    await doors[0]?.reload();
    await doors[0]?.waitForSelector('.gate[data-line=off]');
    expect(await person(doors[0] as Page)).toContain('只出不进');
    await doors[1]?.click('[data-leave]');
    await doors[1]?.waitForFunction(() => (document.querySelector('.gate') as HTMLElement).dataset['waiting'] === '1');
    let inside = 40;
    for (let answer = await come(gate); answer?.status === 201; answer = await come(gate)) inside += 1;
    const { cap } = await count();
    expect(inside + admitted).toBeLessThanOrEqual(cap);

    for (const page of doors) await page.context().setOffline(false);
    for (const page of doors)
      await page.waitForFunction(() => (document.querySelector('.gate') as HTMLElement).dataset['waiting'] === '0', undefined, {
        timeout: 30_000,
      });
    expect((await count()).now).toBe(inside + admitted - 1);
    const told = await town.office.app.db.read((tx) =>
      tx.rows<{ at: Date; receivedAt: Date }>(
        `select at, received_at from hall.movement where source in (select device_id::text from hall.device) and kind in ('in', 'out')`,
      ),
    );
    expect(told).toHaveLength(admitted + 1);
    for (const { at, receivedAt } of told) {
      expect(Math.abs(at.getTime() - cutAt.getTime())).toBeLessThan(2 * minuteMs);
      expect(at.getTime()).toBeLessThanOrEqual(receivedAt.getTime());
    }
    for (const page of doors) await page.context().close();
  }, 180_000);
});
