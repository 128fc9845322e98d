import type { Act, Action } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { addDays, dayOf } from '#kernel/workdays.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { type ChannelName, channelNames, channelReader } from '#modules/channels/index.ts';
import type * as contract from '../contract/slots.ts';
import { listSites, type Site } from '../held.ts';
import { releaseOf } from '../rules/release.ts';
import { freeOn } from './free.ts';
import { closedAt, endOf, type Matter, matterOf } from './matter.ts';

const lookAhead = 14;

export const listHalls: Action<typeof contract.listHalls> = async (act, { item, party = 1 }) => {
  if (item && !(await getCatalogue(act.tx, act.now)).byCode.has(item)) return refuse('unknown_item', { item });
  const rows = [];
  for (const site of await listSites(act.tx)) {
    const today = dayOf(act.now, site.zone);
    const matter = await matterOf(act, { venue: site.place, item }, today);
    if (isRefusal(matter) || matter.plan.kind !== 'hall') continue;
    rows.push({
      venue: site.place,
      name: textIn(site.venue.name, act.language),
      address: textIn(site.venue.address, act.language),
      phone: site.venue.phone,
      zone: site.zone,
      loadPercent: await loadOn(act, matter, today),
      hasSpecialHall: matter.plan.specialCap > 0,
      firstFree: (await firstFree(act, matter, { today, party }))?.toISOString() ?? null,
    });
  }
  return { rows, nextCursor: null };
};

async function loadOn(act: Act, matter: Matter, day: string): Promise<number | null> {
  const slots = await freeOn(act, matter, { day, party: 1 });
  if (slots.length === 0) return null;
  const most = slots.length * Math.max(1, matter.plan.windows.filter((window) => window.groups.includes(matter.service.group)).length);
  return Math.round(100 * (1 - Math.min(1, slots.reduce((sum, slot) => sum + slot.free, 0) / most)));
}

async function firstFree(act: Act, matter: Matter, { today, party }: { today: string; party: number }): Promise<Date | undefined> {
  for (let ahead = 0; ahead <= lookAhead; ahead += 1) {
    const day = addDays(today, ahead);
    if (act.now < releaseOf(matter.plan, day, matter.site.zone).everybodyAt) return undefined;
    const slot = (await freeOn(act, matter, { day, party })).find(({ free }) => free > 0);
    if (slot) return slot.at;
  }
  return undefined;
}

export const listDays: Action<typeof contract.listDays> = async (act, { venue, from, days = 14, party = 1, ...asked }) => {
  const first = await matterOf(act, { venue, ...asked }, from ?? dayOf(act.now, 'UTC'));
  if (isRefusal(first)) return first;
  const start = from ?? dayOf(act.now, first.site.zone);
  const rows = [];
  for (let ahead = 0; ahead < days; ahead += 1) {
    const on = addDays(start, ahead);
    const matter = await matterOf(act, { venue, ...asked }, on);
    rows.push({
      on,
      ...(await dayState(act, isRefusal(matter) ? { ...first, site: { ...first.site, spansOn: () => [] } } : matter, { on, party })),
    });
  }
  return { rows, nextCursor: null };
};

async function dayState(act: Act, matter: Matter, { on, party }: { on: string; party: number }) {
  const { site, plan } = matter;
  const exception = site.exceptionOn(on);
  const reason = exception ? textIn(exception.reason, act.language) : null;
  if (site.spansOn(on).length === 0) return { state: 'closed' as const, free: 0, opensAt: null, reason };
  const opensAt = releaseOf(plan, on, site.zone).everybodyAt;
  if (act.now < opensAt) return { state: 'not-released' as const, free: 0, opensAt: opensAt.toISOString(), reason };
  const free = (await freeOn(act, matter, { day: on, party })).reduce((sum, slot) => sum + slot.free, 0);
  return { state: free > 0 ? ('open' as const) : ('full' as const), free, opensAt: null, reason };
}

export const listSlots: Action<typeof contract.listSlots> = async (act, { venue, on, party = 1, ...asked }) => {
  const matter = await matterOf(act, { venue, ...asked }, on);
  if (isRefusal(matter)) return matter;
  const { site, plan } = matter;
  const opensAt = releaseOf(plan, on, site.zone).everybodyAt;
  const slots = await freeOn(act, matter, { day: on, party });
  return {
    rows: slots.map(({ at, free }) => ({ at: at.toISOString(), until: endOf(matter, at).toISOString(), free })),
    nextCursor: null,
    zone: site.zone,
    minutes: matter.service.cells * 5,
    opensAt: act.now < opensAt ? opensAt.toISOString() : null,
    closed: slots[0] ? await closureOf(act, matter, slots[0].at) : null,
  };
};

async function closureOf(act: Act, matter: { site: Site; item: Matter['item'] }, at: Date) {
  const closure = await closedAt(act, matter, at);
  if (!closure) return null;
  const reader = await channelReader(act.tx, at);
  const { item, site } = matter;
  const isOpen = (channel: ChannelName) =>
    !reader.closureOf({ code: item?.code ?? '', unitCode: item?.unitCode ?? '' }, channel, site.venue.code);
  return { reason: textIn(closure.reason, act.language), instead: channelNames.filter(isOpen) };
}
