import { type Language, textIn } from '#kernel/locale.ts';
import type { Directory as Places } from '#modules/directory/index.ts';
import { formatNumber, type ListLink } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { themes } from '../../vocabulary.ts';
import type { Tally } from './tally.ts';

export const homeTabs = ['person', 'org', 'dept', 'place'] as const;
export type HomeTab = (typeof homeTabs)[number];

const shown = 21;

/** The links below a tab of the home page; the last one leads to the whole list where there are more. */
export function tabLinks(tab: HomeTab, { tally, places }: { tally: Tally; places: Places }, language: Language): ListLink[] {
  const all: Record<HomeTab, () => readonly ListLink[]> = {
    person: () => themeLinks(tally, 'person', language),
    org: () => themeLinks(tally, 'org', language),
    dept: () => departmentLinks(tally, language),
    place: () => placeLinks(tally, places, language),
  };
  const links = all[tab]();
  if (links.length <= shown) return [...links];
  const whole = tab === 'dept' ? 'departments' : tab === 'place' ? 'places' : 'themes';
  return [...links.slice(0, shown - 1), { label: portalWords(language).home.all, href: `/${language}/${whole}` }];
}

export function themeLinks(tally: Tally, audience: 'person' | 'org', language: Language): ListLink[] {
  const counts = tally.themes[audience];
  return themes()
    [audience === 'person' ? 'person' : 'organisation'].filter(({ theme }) => counts.has(theme))
    .map(({ theme, name }) => ({
      label: textIn(name, language),
      href: `/${language}/services?for=${audience}&theme=${theme}`,
      count: formatNumber(counts.get(theme) ?? 0, language),
    }));
}

function departmentLinks({ departments }: Tally, language: Language): ListLink[] {
  return departments.map(({ code, name, count }) => ({
    label: textIn(name, language) || code,
    href: `/${language}/services?dept=${encodeURIComponent(code)}`,
    count: formatNumber(count, language),
  }));
}

export function placeLinks({ regions }: Tally, places: Pick<Places, 'regions'>, language: Language): ListLink[] {
  return places.regions
    .filter(({ code }) => regions.has(code))
    .map(({ code, name }) => ({
      label: textIn(name, language),
      href: `/${language}/services?place=${encodeURIComponent(code)}`,
      count: formatNumber(regions.get(code) ?? 0, language),
    }));
}
