import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goOn } from '../support/application.ts';
import { hasBrowser, looksRight, openTown, type Town } from '../support/browser.ts';

const code = '440131904206';
/** Opening an office and steering a whole item take longer than a hook usually may. */
const slow = 120_000;

describe.skipIf(!hasBrowser)('an administrator steers an item', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  }, slow);
  afterAll(() => town.close());

  const administrator = (language: string, javaScript: boolean) => town.visit({ persona: 'admin', language, javaScript, width: 1366 });

  test('a question, a paper and a stage are added without scripts, tried, published, and hold at once', { timeout: slow }, async () => {
    const citizen = await town.visit({ persona: 'citizen', javaScript: false });
    const begun = await beginApplication(citizen);
    const page = await administrator('zh-Hans', false);
    const draft = await beginDraft(page);
    await addQuestion(page, draft);
    await addPaper(page, draft);
    await addStage(page, draft);
    await renewTests(page, draft);
    await page.goto(`${draft}/publish`);
    const said = (await page.textContent('.differences')) ?? '';
    for (const expected of ['做不做外卖？', '“主要做哪一种？”是 餐饮服务（现做现吃）', '外卖包装证明', '公示'])
      expect(said).toContain(expected);
    expect(await page.textContent('main')).toContain('有1份还没提交的申请会跟着换到新版本');
    await press(page, '发布');
    expect(await page.textContent('.notice')).toContain('第4版已经发布');

    await citizen.goto(`/zh-Hans/services/${code}`);
    const guide = (await citizen.textContent('main')) ?? '';
    for (const expected of ['外卖包装证明', '公示']) expect(guide).toContain(expected);
    await citizen.goto(`${begun}/q/shopName`);
    expect(await citizen.inputValue('[name=shopName]')).toBe('柳岸面馆');
    await citizen.goto(`${begun}/q/business`);
    expect(await citizen.isChecked('[name=business][value=restaurant]')).toBe(true);
    await citizen.goto(`${begun}/q/takeaway`);
    expect(await citizen.textContent('h1')).toContain('做不做外卖？');
  });

  test('whoever saves second is told who was first and loses nothing typed', { timeout: slow }, async () => {
    const [first, second] = [await administrator('zh-Hans', false), await administrator('zh-Hans', false)];
    const draft = await beginDraft(first, '000511601001');
    for (const page of [first, second]) await page.goto(`${draft}/limits`);
    await first.fill('[name="limits.promised.days"]', '9');
    await press(first, '保存');
    await second.fill('[name="limits.promised.days"]', '8');
    await second.fill('[name="fee.note.en"]', 'per copy');
    await press(second, '保存');
    expect(await second.textContent('[role=alert]')).toContain('保存了这份草稿');
    expect(await second.inputValue('[name="limits.promised.days"]')).toBe('8');
    await press(second, '保存');
    await first.goto(`${draft}/limits`);
    expect(await first.inputValue('[name="limits.promised.days"]')).toBe('8');
    expect(await first.inputValue('[name="fee.note.en"]')).toBe('per copy');
  });

  test('a table comes in: a column is put right, and every doubt is said in words', { timeout: slow }, async () => {
    const page = await administrator('vi', true);
    await page.goto('/admin/imports');
    const table = '事项名称,编号,承诺时限\n开办托育机构,009900000001,5个工作日\n,009900000002,3\n';
    await page.setInputFiles('[name=content]', { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await press(page, 'Xem thử');
    await looksRight(page);
    await page.selectOption('[name="columns.2"]', 'code');
    await press(page, 'Nhập');
    await looksRight(page);
    expect(await page.locator('.tag.bad').count()).toBe(1);
    const csv = await page.request.get(`${page.url()}/report.csv`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    await page.goto('/admin/items/009900000001');
    expect(await page.textContent('h1')).toContain('开办托育机构');
  });

  test('every page of the catalogue’s administration reads well, in Chinese and Vietnamese', { timeout: slow }, async () => {
    for (const language of ['zh-Hans', 'vi']) {
      const page = await administrator(language, true);
      const draft = await beginDraft(page, '000713101001');
      const parts = ['basics', 'guide', 'limits', 'channels', 'questions', 'documents', 'stages', 'result', 'faq', 'walks', 'expert'];
      const entries = [
        ...(await entriesOf(page, `${draft}/questions`)).slice(0, 2),
        ...(await entriesOf(page, `${draft}/stages`)).slice(0, 1),
      ];
      const own = [draft, `${draft}/preview`, `${draft}/publish`, ...parts.map((part) => `${draft}/${part}`), ...entries];
      for (const path of ['/admin/items', '/admin/items/new', '/admin/translations', '/admin/synonyms', '/admin/imports', ...own]) {
        await page.goto(path);
        await looksRight(page);
      }
    }
  });
});

/** Half an application: two answers, then away. */
async function beginApplication(page: Page): Promise<string> {
  await page.goto(`/zh-Hans/apply/${code}`);
  await goOn(page);
  await page.locator('main a.btn.wide').click();
  await page.fill('[name=shopName]', '柳岸面馆');
  await goOn(page);
  await page.check('[name=business][value=restaurant]');
  await goOn(page);
  return new URL(page.url()).pathname.replace(/\/q\/.*$/, '');
}

/** The draft of an item: begun now, or gone on with. */
async function beginDraft(page: Page, itemCode = code): Promise<string> {
  await page.goto(`/admin/items/${itemCode}`);
  await page.locator('.topline .btn:not(.second)').click();
  await page.waitForURL('**/admin/drafts/*');
  return new URL(page.url()).pathname;
}

async function addQuestion(page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/questions`);
  await page.getByText('加一个问题').first().click();
  await page.fill('[name="ask.zh-Hans"]', '做不做外卖？');
  await page.selectOption('[name=type]', 'yes-no');
  await page.fill('[name=key]', 'takeaway');
  await page.locator('.add button').click();
  await page.selectOption('[name=section]', 'business');
  await page.selectOption('[name="showIf.rows.0.of"]', 'business');
  await page.fill('[name="showIf.rows.0.value"]', '餐饮服务（现做现吃）');
  await press(page, '保存');
  expect(await page.inputValue('[name="showIf.rows.0.value"]')).toBe('restaurant');
}

async function addPaper(page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/documents`);
  await page.getByText('加一份材料').first().click();
  await page.fill('[name="name.zh-Hans"]', '外卖包装证明');
  await page.locator('.add button').click();
  await page.selectOption('[name=necessity]', 'secondary');
  await page.selectOption('[name="skipIf.rows.0.of"]', 'takeaway');
  await page.selectOption('[name="skipIf.rows.0.op"]', 'is-not');
  await page.fill('[name="skipIf.rows.0.value"]', 'true');
  await press(page, '保存');
  expect(await page.inputValue('[name="skipIf.rows.0.value"]')).toBe('true');
}

/** A notice before the result is handed over. */
async function addStage(page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/stages`);
  await page.getByText('加一个环节').first().click();
  await page.fill('[name=key]', 'announcement');
  await page.locator('.add button').click();
  await page.fill('[name=limit]', '1');
  await press(page, '保存');
  await page.goto(`${draft}/stages`);
  await page.getByRole('button', { name: '上移 公示' }).click();
  expect(await page.locator('.entries > li').allTextContents()).toMatchObject(
    [/受理/, /材料审查/, /决定/, /公示/, /送达结果/].map((name) => expect.stringMatching(name)),
  );
  expect(await page.locator('.flow-picture svg').textContent()).toContain('公示');
}

/** The item's tests no longer come out: they stand in the way until they are recorded anew. */
async function renewTests(page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/publish`);
  expect(await page.textContent('main')).toContain('现在还不能发布');
  await page.goto(`${draft}/walks`);
  for (let left = await page.locator('.entries > li').count(); left > 0; left -= 1)
    await page.getByRole('button', { name: '删除 测试1' }).click();
  await page.goto(`${draft}/preview`);
  await page.fill('[name="a.shopName"]', '海味轩');
  await page.check('[name="a.business"][value=restaurant]');
  await press(page, '看看结果');
  await page.check('[name="a.takeaway"][value=true]');
  await press(page, '看看结果');
  expect(await page.textContent('.run-result')).toContain('外卖包装证明');
  await press(page, '记成一个测试');
  expect(await page.textContent('.entries')).toContain('对得上');
}

async function entriesOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  const hrefs = await page.locator('.entry-name a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.filter(Boolean);
}

async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).first().click()]);
}
