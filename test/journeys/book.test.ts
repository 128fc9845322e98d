import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#kernel/locale.ts';
import { jobOf } from '#kernel/jobs.ts';
import { hasBrowser, looksRight, openTown, type Town } from '../support/browser.ts';

const slow = 120_000;
const hall = 'hechuan-hall';
const item = '440131904206';
const narrow = 320;

describe.skipIf(!hasBrowser)('a visit is booked', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  }, slow);
  afterAll(() => town.close());

  const look = (page: Page, javaScript: boolean) => (javaScript ? looksRight(page) : Promise.resolve());

  /** From the item to the ticket, on a day and at a time by their place in the list. */
  async function book(page: Page, language: string, { day, time, javaScript }: { day: number; time: number; javaScript: boolean }) {
    await page.goto(`/${language}/services/${item}`);
    await page.locator(`a[href="/${language}/book/halls?item=${item}"]`).first().click();
    await look(page, javaScript);
    await page.locator(`a[href="/${language}/book/${hall}/${item}"]`).click();
    await page.locator('.days a').nth(day).click();
    await page.locator('.slots a').nth(time).click();
    await look(page, javaScript);
    await page.locator('.sticky button').click();
    await page.waitForURL('**/book/holds/*');
    expect(await page.textContent('.notice b')).toMatch(/\d{1,2}:\d{2}/);
    await look(page, javaScript);
    await page.locator('form[action="?do=book"] button').click();
    await page.waitForURL('**/b/*');
    await look(page, javaScript);
    return new URL(page.url()).pathname;
  }

  const people = ['citizen', 'enterprise', 'cadre', 'citizen2'];
  for (const [nth, language] of languages.entries())
    test(`from the item to a ticket, moved and given back, in ${language}, on a narrow phone, ${nth < 2 ? 'with' : 'without'} scripts`, async () => {
      const javaScript = nth < 2;
      const page = await town.visit({ persona: people[nth] as string, language, javaScript, width: narrow });
      const ticket = await book(page, language, { day: 0, time: nth * 3, javaScript });
      expect(await page.locator('.pass .qr svg').count()).toBe(1);
      const number = await page.textContent('.done-no');
      await page.goto(`/${language}/my/appointments`);
      await look(page, javaScript);
      expect(await page.locator(`a[href="${ticket}"]`).count()).toBe(1);
      await page.context().close();

      const stranger = await town.visit({ language, javaScript, width: narrow });
      await stranger.goto(ticket);
      const before = await stranger.textContent('.pass-when');
      await stranger.locator(`a[href="${ticket}/move"]`).click();
      await stranger.locator('.days a').nth(1).click();
      await stranger.locator('.slots a').nth(5).click();
      await look(stranger, javaScript);
      await stranger.locator('.sticky button').click();
      await stranger.waitForURL('**/b/*?done=moved');
      expect(await stranger.textContent('.done-no')).toBe(number);
      expect(await stranger.textContent('.pass-when')).not.toBe(before);
      await stranger.goto(`${ticket}/print?size=slip`);
      await look(stranger, javaScript);
      await stranger.goto(ticket);
      await stranger.locator('summary').last().click();
      await stranger.locator('form[action="?do=cancel"] button').click();
      await stranger.waitForURL('**/b/*');
      expect(await stranger.locator('.pass').count()).toBe(0);
      await look(stranger, javaScript);
      await stranger.context().close();
    });

  test('with keys alone, and only after signing in: the time that was chosen is still chosen then', async () => {
    const page = await town.visit({ javaScript: false });
    await page.goto(`/en/book/${hall}/${item}`);
    await page.locator('.days a').nth(2).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/on=/);
    await page.locator('.slots a').nth(2).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=/);
    const chosen = await page.textContent('.sticky b');
    await page.locator('.sticky a').focus();
    await page.keyboard.press('Enter');
    await page.fill('[name=username]', 'citizen');
    await page.fill('[name=password]', 'tongban-demo');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/book/${hall}/${item}?*`);
    expect(await page.textContent('.sticky b')).toBe(chosen);
    await page.context().close();
  });

  test('whoever has booked that day already is led to the booking, and can wait for a freed place elsewhere', async () => {
    const page = await town.visit({ persona: 'citizen', javaScript: false, width: narrow });
    const ticket = await book(page, 'zh-Hans', { day: 3, time: 0, javaScript: false });
    await page.goto(`/zh-Hans/book/${hall}/${item}`);
    await page.locator('.days a').nth(3).click();
    await page.locator('.slots a').nth(4).click();
    await page.locator('.sticky button').click();
    expect(await page.textContent('.errors')).toContain('已经有预约');
    expect(await page.locator('a[href="/zh-Hans/my/appointments"]').count()).toBeGreaterThan(0);
    await page.goto(`/zh-Hans/book/${hall}/wait?item=${item}`);
    await page.locator('form[action*="do=join"] button').click();
    await page.waitForURL('**/my/appointments?done=joined');
    expect(await page.locator(`a[href="${ticket}"]`).count()).toBe(1);
    await page.locator('form[action="?do=leave"] button').click();
    expect(await page.locator('form[action="?do=leave"]').count()).toBe(0);
    await page.context().close();
  });

  test('a clerk books while somebody calls and reads the result aloud; a cadre books several into one half-day', async () => {
    const clerk = await town.visit({ persona: 'hotline', width: 1366 });
    await clerk.goto(`/desk/appointments/new?q=${encodeURIComponent('食品经营')}`);
    await looksRight(clerk);
    await clerk.goto(`/desk/appointments/new?item=${item}`);
    await clerk.locator(`.rows a[href*="${hall}"]`).click();
    await clerk.fill('[name="people.0.name"]', '王小满');
    await clerk.locator('form[action*="do=book"] button').click();
    expect(await clerk.getAttribute('.errors a', 'href')).toBe('#f-people-0-phone');
    expect(await clerk.inputValue('[name="people.0.name"]')).toBe('王小满');
    await clerk.fill('[name="people.0.phone"]', '0600-620 7001');
    await clerk.locator('form[action*="do=book"] button').click();
    expect(await clerk.textContent('.notice.ok')).toContain('王小满');
    await looksRight(clerk);
    await clerk.context().close();

    const cadre = await town.visit({ persona: 'cadre', javaScript: false, width: narrow });
    await cadre.goto(`/zh-Hans/book/many?item=${item}&hall=${hall}&people=3`);
    await cadre.locator('a[href*="part="]').first().click();
    for (const [index, name] of ['何阿婆', '李大山'].entries()) {
      await cadre.fill(`[name="people.${index}.name"]`, name);
      await cadre.fill(`[name="people.${index}.phone"]`, `0600-620 710${index}`);
    }
    await cadre.locator('form[action*="do=book"] button').click();
    expect(await cadre.textContent('h1')).toContain('2');
    expect(await cadre.locator('a[href^="/zh-Hans/b/"]').count()).toBe(2);
    await cadre.context().close();
  });

  test('a closing holds another time for who is booked; they answer without signing in, or the desk notes what they say', async () => {
    const page = await town.visit({ persona: 'enterprise', javaScript: false, width: narrow });
    const ticket = await book(page, 'zh-Hans', { day: 4, time: 1, javaScript: false });
    const booked = await page.textContent('.pass-when');
    await page.context().close();
    const { office } = town;
    const planner = await office.as('planner');
    const { body } = await planner.get(`/appointments?venue=${hall}&state=confirmed&on=${await dayOf(ticket)}`);
    const on = (body['rows'] as { on: string }[])[0]?.on ?? '';
    const admin = await office.as('admin');
    const closing = {
      scope: { venue: hall },
      channels: ['appointment'],
      from: `${on}T00:00:00+08:00`,
      until: `${on}T23:59:00+08:00`,
      reason: { 'zh-Hans': '大厅消毒' },
      urgentExcepted: false,
    };
    const preview = await admin.post('/channels/suspensions/preview', closing);
    expect(preview.body['bookings']).toBeGreaterThan(0);
    expect((await admin.post('/channels/suspensions', closing)).status).toBe(201);
    await rebook();

    const reader = await town.visit({ width: narrow });
    await reader.goto(ticket);
    expect(await reader.textContent('.status')).toContain(booked?.trim() ?? '');
    expect(await reader.textContent('.pass-when')).not.toBe(booked);
    await looksRight(reader);

    const desk = await town.visit({ persona: 'window', width: 1366 });
    await desk.goto(`/desk/appointments?hall=${hall}&view=calls`);
    expect(await desk.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    await looksRight(desk);
    await desk.context().close();

    await reader.locator('form[action="?do=answer"] button').first().click();
    await reader.waitForURL('**/b/*?done=answered');
    expect(await reader.locator('.done-panel').count()).toBe(1);
    await reader.context().close();

    async function dayOf(path: string): Promise<string> {
      const token = path.split('/').at(-1) ?? '';
      return String((await office.http.inject({ url: `/api/v1/appointments/tickets/${token}` })).json<{ on: string }>().on);
    }
    async function rebook(): Promise<void> {
      const appointments = office.app.modules.find(({ name }) => name === 'appointments');
      for (const { on: fact, run } of appointments?.reactions ?? [])
        if (fact === 'channels.suspended')
          await run(jobOf(office.app, 'appointments'), {
            factId: 0,
            module: 'channels',
            kind: 'suspended',
            payload: {},
            at: office.app.now(),
          });
    }
  });

  test('a planner sees what longer hours yield before anything is saved', async () => {
    const page = await town.visit({ persona: 'planner', width: 1366 });
    await page.goto(`/admin/halls/${hall}`);
    await looksRight(page);
    for (const day of ['1', '2', '3', '4', '5', '6']) await page.fill(`[name="hours.${day}"]`, '08:30-12:00, 13:00-20:00');
    await page.locator('form[action="?do=preview"] button').last().click();
    expect(await page.textContent('#effect .notice b')).toMatch(/多出[1-9]/);
    await looksRight(page);
    await page.locator('#effect form button').click();
    await page.waitForURL('**?done=saved');
    expect(await page.inputValue('[name="hours.1"]')).toContain('20:00');
    await page.fill('[name="hours.1"]', 'nine to five');
    await page.locator('form[action="?do=preview"] button').last().click();
    expect(await page.textContent('.field.wrong')).toContain('08:30-12:00');
    await page.context().close();
  });
});
