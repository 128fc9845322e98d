// Takes the pictures of README.md from a running demo: `./tongban start`, then
// `node --import ./tools/tsx-hook.mjs tools/pictures.ts [http://127.0.0.1:8080] [name …]` with Node 24 and Chromium.
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';

/** Where a picture is taken: an address, or a walk that begins at one. */
type Picture = {
  readonly name: string;
  readonly persona?: string;
  readonly language: string;
  readonly wide: boolean;
  readonly walk: (page: Page) => Promise<void>;
};

const [base = 'http://127.0.0.1:8080', ...wanted] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const mostBytes = 150_000;
const item = '440131904206';

const to = (path: string) => (page: Page) => page.goto(path).then(() => {});
const first = (path: string, link: string) => async (page: Page) => {
  await page.goto(path);
  await page.goto((await page.locator(link).first().getAttribute('href')) as string);
};

const pictures: readonly Picture[] = [
  { name: 'home', language: 'en', wide: false, walk: to('/en') },
  { name: 'guide', language: 'vi', wide: false, walk: to(`/vi/services/${item}`) },
  { name: 'question', persona: 'enterprise', language: 'zh-Hant', wide: false, walk: askedSecond },
  { name: 'my-case', persona: 'citizen', language: 'zh-Hans', wide: false, walk: first('/zh-Hans/my', 'a[href*="/my/cases/"]') },
  { name: 'inbox', persona: 'reviewer', language: 'zh-Hans', wide: true, walk: to('/desk/inbox?lang=zh-Hans') },
  { name: 'desk-case', persona: 'reviewer', language: 'zh-Hans', wide: true, walk: first('/desk/inbox', 'table a[href^="/desk/cases/"]') },
  { name: 'supervision', persona: 'supervisor', language: 'en', wide: true, walk: to('/desk/supervision?lang=en') },
  { name: 'item-editor', persona: 'admin', language: 'zh-Hans', wide: true, walk: editedQuestions },
];

/** A person has one open draft of an item: it is gone on with, or begun. */
async function askedSecond(page: Page): Promise<void> {
  await page.goto(`/zh-Hant/apply/${item}`);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/drafts/**');
  const address = new URL(page.url()).pathname.split('/').slice(0, 4).join('/');
  await page.goto(`${address}/q/business`);
}

async function editedQuestions(page: Page): Promise<void> {
  await page.goto(`/admin/items/${item}?lang=zh-Hans`);
  const isBegun = await page.locator('a[href^="/admin/drafts/"]').count();
  if (isBegun) await page.locator('a[href^="/admin/drafts/"]').first().click();
  else await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/admin/drafts/**');
  const address = new URL(page.url()).pathname.split('/').slice(0, 4).join('/');
  await page.goto(`${address}/questions?lang=zh-Hans`);
}

async function take(browser: Browser, { name, persona, language, wide, walk }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: wide ? { width: 1280, height: 800 } : { width: 390, height: 780 },
    deviceScaleFactor: wide ? 1 : 2,
    locale: language,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (persona) {
    await page.goto(`/${language}/demo`);
    await page.locator(`form:has(input[value="${persona}"]) button`).click();
  }
  await walk(page);
  await page.waitForLoadState('networkidle');
  const { size } = await sharp(await page.screenshot())
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(`${folder}${name}.png`);
  if (size > mostBytes) throw new Error(`${name}.png has ${size} bytes, more than ${mostBytes}`);
  console.log(`${name}.png  ${Math.round(size / 1000)} kB  ${page.url()}`);
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? (chromiums.find((path) => existsSync(path)) as string),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) await take(browser, picture);
await browser.close();
