import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, looksRight, openTown, type Town } from '../support/browser.ts';

const food = '440131904206';
const guide = (language: string) => `/${language}/services/${food}`;

describe.skipIf(!hasBrowser)('somebody looks for a service', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  }, 60_000);
  afterAll(() => town.close());

  const searches = [
    { language: 'zh-Hans', said: '开小饭馆', found: '食品经营许可证新办' },
    { language: 'zh-Hans', said: 'jzz', found: '居住证' },
    { language: 'zh-Hans', said: 'shipin jingying', found: '食品经营许可证新办' },
    { language: 'zh-Hant', said: '開飯館', found: '食品經營許可證新辦' },
    { language: 'vi', said: 'dang ky khai sinh', found: 'khai sinh' },
    { language: 'en', said: 'open a restaurant', found: 'New food business licence' },
  ];
  for (const { language, said, found } of searches)
    test(`“${said}” leads to ${found}, without scripts`, async () => {
      const page = await town.visit({ language, javaScript: false });
      await page.goto(`/${language}`);
      await page.fill('main .search input', said);
      await page.click('main .search button');
      expect(await page.locator('main .rows a').first().textContent()).toContain(found);
      await page.locator('main .rows a').first().click();
      expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${language}/services/`));
      await page.context().close();
    });

  test('suggestions come while typing and lead to the guide', async () => {
    const page = await town.visit({});
    await page.goto('/zh-Hans');
    await page.locator('main .search input').pressSequentially('食品经营', { delay: 30 });
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/services/*');
    await page.context().close();
  });

  test('a filter stands in the address and can be taken away', async () => {
    const page = await town.visit({ javaScript: false });
    await page.goto('/zh-Hans/services?for=person&directory=instant');
    const chips = page.locator('.filters .on');
    expect(await chips.count()).toBe(2);
    await chips.first().click();
    expect(page.url()).not.toContain('for=person');
    expect(page.url()).toContain('directory=instant');
    await page.context().close();
  });

  test('the guide says everything and draws the very flow that runs', async () => {
    const page = await town.visit({ width: 1366 });
    await page.goto(guide('zh-Hans'));
    const text = (await page.textContent('main')) ?? '';
    for (const part of [
      '承诺时间',
      '法定时间',
      '要来几次',
      '费用',
      '谁可以办',
      '平面布局图',
      '下载空白模板',
      '综合窗口',
      '材料审查',
      '特别程序',
      '法律依据',
      '第35条',
      '监督投诉',
      '常见问题',
      '地点和时间',
    ])
      expect(text).toContain(part);
    expect(await page.locator('.flow > li').count()).toBe(5);
    expect(await page.locator('main a.btn').first().getAttribute('href')).toBe(`/zh-Hans/apply/${food}`);
    expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(2);
    await page.context().close();
  });

  const looked = [
    '',
    '/services?q=%E8%AF%81',
    guide(''),
    `${guide('')}?brief=1`,
    `${guide('')}/print`,
    `${guide('')}/check`,
    '/themes',
    '/departments',
    '/places',
    '/directories',
    '/help',
    '/accessibility',
    '/how-now',
    `/how-now/${food}`,
    `/how-now/${food}?urgent=yes&situation=health`,
    '/notices',
  ].map((path) => path.replace(/^\/\//, '/'));
  for (const visitor of [{ language: 'zh-Hans' }, { language: 'vi' }, { language: 'en' }, { language: 'zh-Hans', care: true }])
    test(`every page looks right at 320 px, in ${visitor.language}${visitor.care ? ', care mode' : ''}`, async () => {
      const page = await town.visit({ ...visitor, width: 320 });
      for (const path of looked) {
        await page.goto(`/${visitor.language}${path}`);
        await looksRight(page);
      }
      await page.context().close();
    });

  describe('and the hall closes', () => {
    let desk: Page;
    beforeAll(async () => {
      desk = await town.visit({ persona: 'supervisor', javaScript: false, width: 1366 });
    }, 60_000);

    test('nothing is closed before the numbers have been seen', async () => {
      await desk.goto('/admin/suspensions/new');
      await desk.check('[name=scope][value=all]');
      await desk.check('[name=channels][value=walk-in]');
      const [year = '', month = '', day = ''] = today();
      await desk.fill('[name="from.year"]', year);
      await desk.fill('[name="from.month"]', month);
      await desk.fill('[name="from.day"]', day);
      await desk.fill('[name=fromTime]', now());
      await desk.fill('[name="reason.zh-Hans"]', '疫情防控需要');
      await desk.fill('[name="reason.vi"]', 'Phòng, chống dịch');
      await desk.check('[name=urgentExcepted]');
      await desk.click('form[action*="preview"] button');
      expect(await desk.textContent('#effect-panel')).toMatch(/\d+ 个事项少了办理方式/);
      expect(await channelState()).toBe('open');
      await desk.click('form[action*="do=suspend"] button');
      expect(desk.url()).toContain('/admin/suspensions?done=closed');
      expect(await channelState()).toBe('closed');
    });

    test('guide, banner, triage and notices obey', async () => {
      const page = await town.visit({ javaScript: false });
      await page.goto(guide('zh-Hans'));
      expect(await page.textContent('.policy')).toContain('暂停现场办理');
      expect(await page.textContent('.chip.shut')).toMatch(/现场.*起暂停，改用网上/);
      await page.goto(guide('vi'));
      expect(await page.textContent('#channels')).toContain('Phòng, chống dịch');
      await page.goto(`/zh-Hans/how-now/${food}`);
      for (const answer of ['不急', '能', '要用纸']) await page.getByRole('link', { name: answer, exact: true }).click();
      expect(await page.textContent('#best')).not.toContain('现场');
      expect(await page.textContent('main')).toContain('疫情防控需要');
      await page.goto('/zh-Hans');
      await page.locator('a[href^="/zh-Hans/notices#"]').first().click();
      expect(await page.textContent('main h3')).toContain('现场');
      await page.context().close();
    });

    test('an urgent matter is asked for its situation, then led to the officer by name', async () => {
      const page = await town.visit({ javaScript: false });
      await page.goto(`/zh-Hans/how-now/${food}`);
      await page.getByRole('link', { name: '急，等不了', exact: true }).click();
      await page.getByRole('link', { name: '看病、生孩子等着用', exact: true }).click();
      expect(await page.textContent('main')).toContain('周亦安');
      expect(await page.locator('main a.btn[href^="tel:"]').count()).toBe(1);
      await page.context().close();
    });

    test('ended, everything is as before', async () => {
      await desk.goto('/admin/suspensions');
      await desk.click('#inForce form[action*="do=end"] button');
      expect(await channelState()).toBe('open');
      await desk.context().close();
    });

    async function channelState(): Promise<string> {
      const anybody = await town.office.as();
      const { body } = await anybody.get(`/channels/status?item=${food}`);
      return (body as unknown as Record<string, { state: string }>)['walk-in']?.state ?? '';
    }

    const clock = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options }).format(town.office.app.now());
    const today = () => clock({ year: 'numeric', month: '2-digit', day: '2-digit' }).split('-');
    const now = () => clock({ hour: '2-digit', minute: '2-digit' });
  });
});
