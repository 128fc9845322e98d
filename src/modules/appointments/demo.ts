import type { Act } from '#kernel/endpoint.ts';
import type { Text } from '#kernel/locale.ts';
import { withTraditional } from '#kernel/traditional.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { readSite, type Site } from './held.ts';
import { openDays, writePlan } from './places.ts';
import type { Plan } from './rules/plan.ts';

type WrittenVenue = {
  readonly code: string;
  readonly headcount?: { readonly cap: number; readonly perWindow: number };
  readonly doors?: readonly { readonly key: string; readonly use: 'in' | 'out' | 'both' }[];
  readonly groups?: readonly { readonly key: string; readonly name: Text }[];
  readonly windows?: readonly { readonly no: number; readonly groups: readonly string[]; readonly floor?: number; readonly use?: string }[];
};
/** What this module reads of `data/demo/centre.yaml`. */
export type DemoHalls = { readonly venues: readonly WrittenVenue[]; readonly places?: readonly { code: string; plan: Plan }[] };

const groupNames: Record<string, Text> = {
  A: { 'zh-Hans': '企业开办', vi: 'Thành lập doanh nghiệp', en: 'Starting a business' },
};

/** The demo's halls with what they can take, from today on. Once: what was changed since stays changed. */
export async function loadDemoPlans(act: Act, { venues, places = [] }: DemoHalls): Promise<void> {
  const directory = await getDirectory(act.tx);
  const allGroups = new Map(venues.flatMap(({ groups = [] }) => groups.map(({ key, name }) => [key, name] as const)));
  const plans = [
    ...venues.map((venue) => ({ code: venue.code, plan: planOf(venue, allGroups) })),
    ...places.map(({ code, plan }) => ({ code, plan: inTraditional(plan) })),
  ];
  for (const { code, plan } of plans) {
    if (await readSite(act.tx, code)) continue;
    const validFrom = dayOf(act.now, directory.zoneOf(code.split(':', 1)[0] as string));
    await writePlan(act, { place: code, version: 1, validFrom, body: plan });
    await openDays(act, (await readSite(act.tx, code)) as Site);
  }
}

function inTraditional(plan: Plan): Plan {
  const groups = plan.groups.map(({ group, name }) => ({ group, name: withTraditional(name) }));
  return { ...plan, groups, ...(plan.name ? { name: withTraditional(plan.name) } : {}) };
}

const unitsByGroup: Record<string, string[]> = {
  B: ['human-resources', 'medical-insurance', 'housing-fund', 'civil-affairs', 'disabled-federation', 'health'],
  C: ['natural-resources', 'construction', 'city-management', 'fire-rescue', 'ecology'],
};

function planOf(venue: WrittenVenue, allGroups: ReadonlyMap<string, Text>): Plan {
  const windows = venue.windows ?? [];
  const groups = [...new Set(windows.flatMap((window) => window.groups))];
  const floors = [...new Set(windows.flatMap(({ floor }) => (floor ? [String(floor)] : [])))].sort();
  const cap = venue.headcount?.cap ?? 20;
  return {
    kind: 'hall',
    cap,
    specialCap: windows.some(({ use }) => use === 'special-hall') ? 6 : 0,
    zones: floors.map((zone) => ({
      zone,
      name: withTraditional({ 'zh-Hans': `${zone}层`, vi: `Tầng ${zone}`, en: `Floor ${zone}` }),
      cap: Math.ceil(cap * 0.6),
    })),
    groups: groups.map((group) => ({ group, name: withTraditional(allGroups.get(group) ?? groupNames[group] ?? { 'zh-Hans': group }) })),
    windows: windows.map(({ no, groups: own, floor, use }) => ({
      windowNo: String(no).padStart(2, '0'),
      groups: [...own],
      ...(floor ? { zone: String(floor) } : {}),
      personCap: venue.headcount?.perWindow ?? 2,
      ...(use === 'special-hall' ? { special: true } : {}),
    })),
    services: [
      ...Object.entries(unitsByGroup)
        .filter(([group]) => groups.includes(group))
        .map(([group, units]) => ({ group, units, cells: group === 'C' ? 4 : 2 })),
      { group: 'A', cells: 2 },
    ],
    doors: (venue.doors ?? [{ key: 'main', use: 'both' as const }]).map(({ key, use }) => ({
      door: key,
      name: withTraditional(doorNames[key] ?? { 'zh-Hans': key }),
      direction: use,
      steps: use === 'out' ? [] : ['hand-rub', 'temperature', 'mask', 'identity', 'register', 'guide'],
    })),
    walkInPercent: 20,
    walkInHours: 2,
    leadMinutes: 10,
    tailMinutes: 5,
    partyMax: venue.headcount?.perWindow ?? 2,
    perPersonDay: 1,
    holdMinutes: 5,
    offerHours: 48,
    release: { daysAhead: 14, at: '08:00', priorityMinutes: 10 },
  };
}

const doorNames: Record<string, Text> = {
  east: { 'zh-Hans': '东门', vi: 'Cửa đông', en: 'East door' },
  west: { 'zh-Hans': '西门', vi: 'Cửa tây', en: 'West door' },
  main: { 'zh-Hans': '大门', vi: 'Cửa chính', en: 'Main door' },
};
