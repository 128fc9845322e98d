import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '#kernel/locale.ts';
import { dispatch, startJobs } from '#kernel/jobs.ts';
import { loadDemo } from '#main/demo.ts';
import { withClient } from '#main/postgres/check.ts';
import { hasBrowser, looksRight, openTown, type Town, type Visitor } from '../support/browser.ts';
import type { Desk, Office } from '../support/office.ts';
import { inLanguage, pagesOf, type Reached, reachPages } from '../support/routes.ts';

const personas = [
  undefined,
  'citizen',
  'elder',
  'enterprise',
  'cadre',
  'citizen2',
  'window',
  'window2',
  'window4',
  'reviewer',
  'signer',
  'supervisor',
  'admin',
  'operator',
  'gate',
  'planner',
  'inspector',
  'hotline',
];
/** Addresses that stand in mails, on paper or behind a form, so that no link leads to them. */
const known = [
  '/departments',
  '/places',
  '/verify',
  '/demo/outbox',
  '/sign-in/invitation?invitation=over',
  '/pair',
  '/gate/hechuan-hall',
  '/screen/hechuan-hall/all',
  '/book/hechuan-hall/wait?item=440131904206',
  ...['', '/menu', '/help', '/ticket', '/booking', '/search', '/track', '/book'].map((rest) => `/kiosk/hechuan-hall${rest}`),
];
/** What is no page to be read: pictures, papers, tables, and steps that only lead on. */
const notRead = /\.(pdf|svg|ico|csv|ics|xlsx|webmanifest)$|\/files\/:fileId|\/papers\/:\w+$|^\/t\/:code$|\/next$|^\/voice\//;

const beyond = {
  '/my/cases/:caseNo': (url: string) => [`${url}/done`, `${url}/delivery`],
  '/drafts/:draftId': (url: string) => [`${url}/check`],
};

type Look = { readonly visitor: Visitor; readonly reached: readonly Reached[] };

describe.skipIf(!hasBrowser)('every page of the route table', () => {
  let town: Town;
  let reached: Reached[];
  beforeAll(async () => {
    town = await openTown();
    await loadDemo(town.office.app, { generated: false, cases: true });
    const admin = await town.office.as('admin');
    await admin.post('/catalogue/items/000110201001/drafts');
    await admin.post('/catalogue/imports?format=table', '事项名称,事项编码\n无名,X-1\n');
    const { body: ticket } = await (await town.office.as('window')).post('/hall/hechuan-hall/tickets', { group: 'A' });
    const made = [...(await finishJobs(town.office)), await holdPlace(await town.office.as('citizen'))];
    reached = await reachPages(town.office, {
      personas,
      language: 'zh-Hans',
      known: [...known, `/q/${String(ticket['token'])}`, ...made],
      beyond,
    });
  }, 400_000);
  afterAll(() => town.close());

  test('is reached by following links as somebody of the demo', () => {
    const routes = new Set(reached.map(({ route }) => route));
    const missing = pagesOf(town.office.app)
      .map(({ path }) => path)
      .filter((path) => !routes.has(path) && !notRead.test(path));
    expect(missing).toEqual([]);
  });

  test('costs at most 25 statements, and citizens at most 15 KB', () => {
    expect(reached.filter(({ statements }) => statements > 25).map(({ route, statements }) => `${route}: ${statements}`)).toEqual([]);
    const heavy = reached.filter(({ inPortal, gzipped }) => inPortal && gzipped > 15_000);
    expect(heavy.map(({ route, gzipped }) => `${route}: ${gzipped}`)).toEqual([]);
  });

  const ways: Visitor[] = [...languages.map((language) => ({ language })), { language: 'zh-Hans', care: true }];
  for (const way of ways)
    test(`looks right at 320 px in ${way.language}${way.care ? ', care mode' : ''}`, async () => {
      const byPersona = Map.groupBy(
        reached.filter(({ route }) => !notRead.test(route)),
        ({ persona }) => persona,
      );
      const faults: string[] = [];
      for (const [persona, pages] of byPersona)
        faults.push(...(await look(town, { visitor: { ...way, ...(persona ? { persona } : {}) }, reached: pages })));
      expect(faults).toEqual([]);
    }, 600_000);
});

async function holdPlace(citizen: Desk): Promise<string> {
  const item = '440131904206';
  const { body } = await citizen.get(`/appointments/halls?item=${item}`);
  const hall = (body['rows'] as { venue: string; firstFree: string | null }[]).find(({ firstFree }) => firstFree);
  const held = await citizen.post('/appointments/holds', { venue: hall?.venue, item, at: hall?.firstFree });
  return `/book/holds/${String(held.body['holdId'])}`;
}

/** Lets every paper be printed and every notice be written. Where papers are verified and handed out, and numbers looked at. */
async function finishJobs({ app, ownerUrl }: Office): Promise<string[]> {
  const jobs = await startJobs(app, ownerUrl);
  const addresses = await withClient(ownerUrl, async (client) => {
    const ask = async (sql: string) => (await client.query<{ found: string }>(sql)).rows.map(({ found }) => found);
    await dispatch(app);
    while ((await ask('select id::text as found from graphile_worker.jobs where attempts < max_attempts limit 1')).length > 0)
      await setTimeout(500);
    return ask(`(select '/verify/' || verify_code as found from documents.issued_document limit 3)
      union all (select '/q/' || token from hall.ticket limit 3)
      union all (select '/desk/issue/' || case_no from delivery.handover where way = 'counter' limit 12)`);
  });
  await jobs.stop();
  return addresses;
}

/** What is wrong on pages that one person sees, all of it at once. */
async function look({ visit, office, base }: Town, { visitor: { persona, ...visitor }, reached }: Look): Promise<string[]> {
  const page = await visit({ ...visitor, width: 320 });
  const { token } = await office.as(persona);
  if (token) await page.context().addCookies([{ name: 'tongban_session', value: token, url: base }]);
  const faults: string[] = [];
  for (const { url, inPortal } of reached) {
    await page.goto(inPortal ? inLanguage(url, visitor.language as Language) : withLanguage(url, visitor.language as string));
    const text = await page.evaluate(
      () => `${document.documentElement.lang}|${document.querySelectorAll('h1').length}|${document.body.innerText}`,
    );
    const [language, headings, words = ''] = text.split('|', 3);
    if (language !== visitor.language) faults.push(`${url} is in ${language}`);
    if (headings !== '1') faults.push(`${url} has ${headings} main headings`);
    if (/\bundefined\b|\[object |\bNaN\b|\bnull\b/.test(words)) faults.push(`${url} shows a value that is none`);
    await looksRight(page).catch((error: Error) => faults.push(`${persona ?? 'anyone'} ${error.message.slice(0, 400)}`));
  }
  await page.context().close();
  return faults;
}

function withLanguage(url: string, language: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}lang=${language}`;
}
