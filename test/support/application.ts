import type { Locator, Page } from 'playwright-core';

export type Given = string | number | boolean | readonly string[] | readonly Readonly<Record<string, string>>[];

/** A picture small enough to stand in a test: a white PNG of one pixel. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64');

export function photo(name: string) {
  return { name: `${name}.png`, mimeType: 'image/png', buffer: pixel };
}

/** The last part of the page's path. */
export function lastStep(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Answers the questions the office asks, one page after the other, until it asks no more; says which were asked. */
export async function answerAll(page: Page, answers: Readonly<Record<string, Given>>, look: () => Promise<void>): Promise<string[]> {
  const asked: string[] = [];
  while (page.url().includes('/q/')) {
    const key = lastStep(page);
    await look();
    await answer(page, key, answers[key]);
    asked.push(key);
  }
  return asked;
}

async function answer(page: Page, key: string, value: Given | undefined): Promise<void> {
  if (value === undefined) throw new Error(`nobody said what to answer to ${key}`);
  if (typeof value === 'object') await fillSeveral(page, key, value);
  else await fillOne(page, key, String(value));
  await goOn(page);
}

async function fillSeveral(page: Page, key: string, values: Exclude<Given, string | number | boolean>): Promise<void> {
  for (const [index, value] of values.entries())
    if (typeof value === 'string') await page.check(`[name="${key}"][value="${value}"]`);
    else await fillRow(page, `${key}.${index}`, value);
}

async function fillOne(page: Page, key: string, value: string): Promise<void> {
  if ((await page.locator(`[name="${key}.year"]`).count()) > 0) await fillDate(page, key, value);
  else if ((await page.locator(`[type=radio][name="${key}"]`).count()) > 0) await page.check(`[name="${key}"][value="${value}"]`);
  else await page.fill(`[name="${key}"]`, value);
}

async function fillDate(page: Page, key: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await page.fill(`[name="${key}.year"]`, year);
  await page.fill(`[name="${key}.month"]`, String(Number(month)));
  await page.fill(`[name="${key}.day"]`, String(Number(date)));
}

/** The form shows one row; every other one is asked for first. */
async function fillRow(page: Page, place: string, row: Readonly<Record<string, string>>): Promise<void> {
  if (!place.endsWith('.0')) await press(page, page.locator('button[formaction="?do=add"]'));
  for (const [column, value] of Object.entries(row)) await page.fill(`[name="${place}.${column}"]`, value);
}

/** Presses the page's first button that sends a form. */
export function goOn(page: Page): Promise<void> {
  return press(page, page.locator('main form button.btn[type=submit]:not([formaction])').first());
}

/** Presses what leads to another page, and waits until that is there. */
async function press(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

/** Puts a photo into every paper that still wants one; those that may follow are promised for later. */
export async function bringPapers(page: Page, { javaScript }: { javaScript: boolean }): Promise<void> {
  for (;;) {
    const later = page.locator('form:has(input[name=owed]) button').first();
    const card = page.locator('.doc:not(.ok):not(:has(form[action="?do=owed"]))').first();
    if ((await later.count()) > 0) await press(page, later);
    else if ((await card.count()) > 0) {
      await card.locator('input[type=file]').setInputFiles([photo('first')]);
      if (javaScript) await card.locator('.upload-row input[type=hidden]').waitFor({ state: 'attached' });
      await press(page, card.locator('form[enctype] button').last());
    } else return;
  }
}
