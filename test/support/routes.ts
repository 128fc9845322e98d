import { gzipSync } from 'node:zlib';
import type { App } from '#kernel/app.ts';
import type { Page as PageValue } from '#kernel/page.ts';
import { type Language, languages } from '#kernel/locale.ts';
import type { Office } from './office.ts';

/** One address of a page of the product, and as whom it was reached by following links from the front doors and from addresses that are known otherwise. */
export type Reached = {
  readonly route: string;
  readonly url: string;
  readonly persona: string | undefined;
  readonly inPortal: boolean;
  readonly statements: number;
  readonly gzipped: number;
};

type Journey = {
  readonly personas: readonly (string | undefined)[];
  readonly language: Language;
  readonly known: readonly string[];
  readonly beyond: Beyond;
};
/** From an address that was reached to others that no link leads to, by route. */
type Beyond = Readonly<Record<string, (url: string) => readonly string[]>>;

const frontDoors = ['/', '/desk', '/admin', '/my', '/demo'];
const triesPerRoute = 12;
const languagePrefix = new RegExp(`^/(${languages.join('|')})(?=/|$)`);

export function pagesOf(app: App): readonly PageValue[] {
  return app.modules.flatMap((module) => module.pages);
}

/** Follows every link that leads to a page not seen yet, as one persona after the other. What no persona reaches is missing from the answer. */
export async function reachPages(office: Office, journey: Journey): Promise<Reached[]> {
  const reachedByRoute = new Map<string, Reached>();
  for (const persona of journey.personas)
    for (const reached of await walkAs(office, persona, journey))
      if (!reachedByRoute.has(reached.route)) reachedByRoute.set(reached.route, reached);
  return [...reachedByRoute.values()];
}

async function walkAs(office: Office, persona: string | undefined, { language, known, beyond }: Journey): Promise<Reached[]> {
  const findPage = pageFinder(office.app);
  const { token } = await office.as(persona);
  const reached: Reached[] = [];
  const tries = new Map<string, number>();
  const queue = [...frontDoors, ...known];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const page = findPage(url);
    const route = page?.path ?? pathOf(url);
    const tried = tries.get(route) ?? 0;
    if (tried >= triesPerRoute) continue;
    tries.set(route, tried + 1);
    const inPortal = page?.shell === 'portal';
    const before = office.app.db.statements();
    const answer = await office.http.inject({
      url: inPortal ? inLanguage(url, language) : url,
      cookies: token ? { tongban_session: token } : {},
    });
    if (typeof answer.headers.location === 'string') queue.push(plain(answer.headers.location));
    if (answer.statusCode !== 200 || !String(answer.headers['content-type']).includes('html')) continue;
    const cost = { statements: office.app.db.statements() - before, gzipped: gzipSync(answer.body).length };
    if (page) reached.push({ route, url, persona, inPortal, ...cost });
    queue.push(...(beyond[route]?.(pathOf(url)) ?? []), ...linksIn(answer.body, url));
  }
  return reached;
}

/** The address of a portal page in a language. */
export function inLanguage(url: string, language: Language): string {
  return `/${language}${url === '/' ? '' : url}`;
}

function pageFinder(app: App): (url: string) => PageValue | undefined {
  const openness = ({ path }: PageValue) => path.split(':').length;
  const pages = [...pagesOf(app)].sort((a, b) => openness(a) - openness(b)).map((page) => ({ page, pattern: patternOf(page.path) }));
  return (url) => {
    const path = pathOf(url);
    return pages.find(({ pattern }) => pattern.test(path))?.page;
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`);
}

function linksIn(html: string, url: string): string[] {
  const links = [...html.matchAll(/<(?:a|form)\b[^>]*?(?:href|action)="([/?][^"#]*)/g)].map(([, link]) =>
    (link as string).replaceAll('&amp;', '&'),
  );
  return links.map((link) => plain(link.startsWith('?') ? `${pathOf(url)}${link}` : link)).filter(isPage);
}

function isPage(url: string): boolean {
  return !/^\/(api|assets|static)\//.test(url) && !/[?&]do=/.test(url);
}

function plain(url: string): string {
  return url.replace(languagePrefix, '') || '/';
}

function pathOf(url: string): string {
  return url.split('?')[0] as string;
}
