import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, looksRight, openTown, type Town, type Visitor } from '../support/browser.ts';

const desk = 1366;
const venue = 'hechuan-hall';

describe.skipIf(!hasBrowser)('from the number to the rating', () => {
  let town: Town;
  let kiosk: { deviceId: string; token: string };
  beforeAll(async () => {
    town = await openTown();
    kiosk = await pair();
  }, 60_000);
  afterAll(() => town.close());

  const pair = async () => {
    const { body } = await (await town.office.as('admin')).post('/hall/devices', { venue, name: 'A-07', scopes: ['kiosk'] });
    const paired = await (await town.office.as()).post('/hall/devices/pair', { code: body['code'] });
    return { deviceId: body['deviceId'] as string, token: paired.body['token'] as string };
  };
  const withToken = async (token: string, visitor: Visitor) => {
    const page = await town.visit(visitor);
    await page.context().addCookies([{ name: 'tongban_session', value: token, url: town.base }]);
    return page;
  };
  const officer = async (username: string, visitor: Visitor = {}) =>
    withToken((await town.office.as(username)).token ?? '', { width: desk, ...visitor });
  const follow = async (page: Page, selector: string) => {
    await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
  };
  const press = (page: Page, act: string) => follow(page, `.winstate form[action$="do=${act}"] button`);
  const take = async (group: string) => (await (await town.office.as('window')).post(`/hall/${venue}/tickets`, { group })).body;

  for (const javaScript of [true, false]) {
    test(`a visitor takes a number at the kiosk, is called, served and says how it was, ${javaScript ? 'with' : 'without'} scripts`, async () => {
      const look = (page: Page) => (javaScript ? looksRight(page) : Promise.resolve());
      const machine = await withToken(kiosk.token, { javaScript, width: 1080, language: 'en' });
      await machine.goto(`/kiosk/${kiosk.deviceId}?lang=en`);
      await look(machine);
      await follow(machine, '.touch');
      await look(machine);
      await follow(machine, 'a[href$="/ticket"]');
      await look(machine);
      await follow(machine, 'button[value="C"]');
      const ticketNo = (await machine.textContent('.kticket .no')) ?? '';
      expect(ticketNo).toMatch(/^C\d{3}$/);
      await look(machine);

      const clerk = await officer('window3', { javaScript });
      await clerk.goto('/desk/window');
      await look(clerk);
      await follow(clerk, 'form[action$="do=open"] button:not(.second)');
      await look(clerk);
      await press(clerk, 'call');
      expect(await clerk.textContent('.winstate > .big')).toBe(ticketNo);
      await look(clerk);
      await press(clerk, 'serve');
      expect(await clerk.textContent('.winstate .people .t')).toContain('1');
      await look(clerk);
      await press(clerk, 'finish');
      await press(clerk, 'close');

      const { token } = await take('C');
      const phone = await town.visit({ javaScript, width: 320, language: 'vi' });
      await phone.goto(`/vi/q/${String(token)}`);
      expect(await phone.textContent('main')).toContain('Trước bạn');
      await look(phone);
      for (const act of ['open', 'call-next', 'serve', 'finish', 'close']) await serveByApi(act);
      await phone.reload();
      await phone.check('[name=level][value="5"]');
      await follow(phone, 'form[action$="do=rate"] button');
      expect(await phone.textContent('main')).toContain('Rất hài lòng');
      await look(phone);
      for (const page of [machine, clerk, phone]) await page.context().close();
    });
  }

  const serveByApi = async (act: string) => {
    const own = await town.office.as('window3');
    const { body } = await own.get(`/hall/${venue}/windows`);
    const windowId = (body['rows'] as { windowNo: string; windowId: string }[]).find(({ windowNo }) => windowNo === '07')?.windowId;
    expect((await own.post(`/hall/windows/${windowId}/${act}`)).status).toBeLessThan(300);
  };

  test('two clerks press at once, and one of them gets the visitor', async () => {
    await take('B');
    const clerks = await Promise.all(['window', 'window2'].map((name) => officer(name)));
    for (const [index, clerk] of clerks.entries()) {
      await clerk.goto('/desk/window');
      await follow(clerk, `.rows li:has-text("${['6号窗口', '2号窗口'][index]}") button`);
    }
    await Promise.all(clerks.map((clerk) => press(clerk, 'call')));
    const called = await Promise.all(clerks.map((clerk) => clerk.locator('.winstate > .big').count()));
    expect([...called].sort((a, b) => a - b)).toEqual([0, 1]);
    const refused = clerks[(await clerks[0]?.locator('.winstate > .big').count()) === 1 ? 1 : 0] as Page;
    expect(await refused.textContent('.errors')).toContain('没有人在等');
    for (const clerk of clerks) await clerk.context().close();
  });

  test('the screen calls what is called, and without a line shows no number that may be old', async () => {
    const screen = await town.visit({ width: desk });
    await screen.goto(`/screen/${venue}/C`);
    await looksRight(screen);
    const { ticketNo } = await take('C');
    for (const act of ['open', 'call-next']) await serveByApi(act);
    await screen.waitForFunction((no) => document.querySelector('[data-ticket]')?.textContent === no, ticketNo);
    await screen.context().setOffline(true);
    town.office.http.server.closeAllConnections();
    await screen.waitForSelector('[data-lost]:not([hidden])', { timeout: 25_000 });
    expect(await screen.locator('.hsmain').isVisible()).toBe(false);
    await screen.context().setOffline(false);
    await screen.waitForSelector('[data-lost][hidden]', { state: 'attached', timeout: 25_000 });
    expect(await screen.locator('.hsmain').isVisible()).toBe(true);
    for (const act of ['serve', 'finish', 'close']) await serveByApi(act);
    await screen.context().close();
  });

  test('a kiosk that nobody touches wipes what was typed and stands as at the start', async () => {
    const machine = await withToken(kiosk.token, { width: 1080, language: 'vi' });
    await machine.clock.install();
    await machine.goto(`/kiosk/${kiosk.deviceId}/search?lang=vi`);
    for (const key of ['t', 'h', 'u', 'w', 'o', 'w', 'n', 'g', 'f']) await machine.locator(`.kkeys button:text-is("${key}")`).click();
    expect(await machine.inputValue('[name=q]')).toBe('thường');
    await machine.clock.runFor(61_000);
    await machine.waitForSelector('[data-still][open]');
    await machine.locator('[data-stay]').click();
    await machine.clock.runFor(30_000);
    expect(machine.url()).toContain('/search');
    await machine.clock.runFor(50_000);
    await machine.waitForURL(`${town.base}/kiosk/${kiosk.deviceId}`);
    await machine.goBack();
    expect(
      await machine
        .locator('[name=q]')
        .inputValue()
        .catch(() => ''),
    ).toBe('');
    await machine.context().close();
  });

  test('all of it in four languages, on a phone and on a desk, with the largest text', async () => {
    const planner = await officer('planner');
    const paths = [
      `/screen/${venue}/all`,
      `/kiosk/${venue}/menu`,
      `/kiosk/${venue}/booking`,
      '/desk/hall/queue',
      '/desk/hall/what-if?closed=7,8&cap=30',
    ];
    for (const language of ['zh-Hans', 'zh-Hant', 'vi', 'en'])
      for (const path of paths) {
        await planner.setViewportSize({ width: language === 'vi' ? 320 : desk, height: 844 });
        await planner.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await looksRight(planner);
      }
    await planner.context().close();
  });
});
