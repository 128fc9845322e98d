import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Office, openOffice } from './office.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Whether there is a browser to walk with; `CHROMIUM` names one that is somewhere else. */
export const hasBrowser = program !== undefined;

export type Visitor = { persona?: string; language?: string; javaScript?: boolean; width?: number; care?: boolean };
export type Town = {
  readonly office: Office;
  readonly base: string;
  /** A browser window of its own for one person, signed in as a persona of the demo when one is named. */
  readonly visit: (visitor: Visitor) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** A whole office behind a real port, and browsers to walk into it. */
export async function openTown(): Promise<Town> {
  const office = await openOffice();
  const base = await office.http.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: program as string, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    office,
    base,
    visit: (visitor) => openPage(browser, base, visitor),
    close: async () => {
      await browser.close();
      await office.close();
    },
  };
}

async function openPage(browser: Browser, base: string, { persona, language = 'zh-Hans', javaScript = true, width = 390, care }: Visitor) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: 844 },
    javaScriptEnabled: javaScript,
    bypassCSP: true,
    locale: language,
  });
  const page = await context.newPage();
  if (persona) {
    await page.goto(`/${language}/demo`);
    await page.locator(`form:has(input[value="${persona}"]) button`).click();
  }
  if (care) await page.goto(`/${language}/my?care=1`);
  return page;
}

/** No rule of WCAG 2.2 AA is broken, and nothing has to be scrolled sideways. Needs scripts to look. */
export async function looksRight(page: Page): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBe(0);
  await page.evaluate(axe);
  const found = await page.evaluate(
    async (tags) =>
      (
        await (
          window as unknown as {
            axe: { run: (of: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run(document, { runOnly: tags })
      ).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    standards,
  );
  expect(found.join('\n'), page.url()).toBe('');
}
