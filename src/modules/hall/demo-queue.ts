import type { Actor } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import type { Job } from '#kernel/module.ts';
import { isRefusal } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { callNext, finish, noShow, recall, serve } from './actions/calling.ts';
import { takeTicket } from './actions/tickets.ts';
import { openWindow, windowsOf } from './actions/windows.ts';
import type { Window } from './contract/windows.ts';
import { type HallPlan, listPlans } from './plan.ts';
import { countTickets } from './queries/tickets.ts';
import { drawOne, type Random, seeded } from './rules/random.ts';
import { hallSettings } from './settings.ts';

const pastMinutes = 120;
const stepMs = 60_000;
const liveMs = 15_000;
const openAtMost = 11;
const mostWaiting = 16;
/** Each happens so many times a minute. */
const pace = { come: 1.6, call: 4, serve: 2, finish: 0.3 };

/** In the demonstration the main hall's queue moves by itself: people come, officers whom nobody plays call and serve them. Everything by the real acts. */
export async function moveDemoQueue(job: Job): Promise<void> {
  if (!hallSettings().demo) return;
  const now = job.now();
  const isNew = await job.transaction(async (act) => {
    const plan = await mainHall(act);
    return plan !== undefined && (await countTickets(act.tx, plan.venue)) === 0;
  });
  // A hall that has just begun gets the hours before, so that its numbers say something.
  const from = isNew ? now.getTime() - pastMinutes * 60_000 : now.getTime();
  for (let at = from; at <= now.getTime(); at += stepMs)
    await job.transaction((act) => step({ ...act, now: new Date(at) }, isNew ? stepMs : liveMs));
}

type Happens = (what: keyof typeof pace) => boolean;

async function mainHall(act: Act): Promise<HallPlan | undefined> {
  return (await listPlans(act)).sort((a, b) => b.windows.length - a.windows.length)[0];
}

async function step(act: Act, stepLength: number): Promise<void> {
  const plan = await mainHall(act);
  if (!plan) return;
  const random = seeded(act.now.getTime() / 1000);
  const happens: Happens = (what) => random() < 1 - Math.exp((-pace[what] * stepLength) / 60_000);
  const officers = await demoOfficers(act, plan.venue);
  const windows = await windowsOf(act, plan);
  const isOpen = windows.some(({ state }) => state === 'open');
  for (let people = 0; people < 2; people += 1) if (isOpen && happens('come')) await arrive(act, plan, random);
  const seats = windows.filter(({ special }) => !special);
  for (const [index, window] of seats.entries()) {
    const officer = officers[index];
    if (!officer) continue;
    const own = { ...act, actor: officer };
    if (window.state === 'closed' && index < openAtMost) await openWindow(own, { windowId: window.windowId });
    else if (window.state === 'open' && window.officerName === officer.name) await work(own, window, happens);
  }
}

/** Officers who sit where no persona of the demonstration does, so that a person who plays one finds the window free. */
async function demoOfficers(act: Act, venueCode: string): Promise<(Actor | undefined)[]> {
  const directory = await getDirectory(act.tx);
  const venue = directory.venueByCode.get(venueCode);
  const played = new Set(
    directory.officers.filter(({ venueCode: code, windowNo }) => code === venueCode && windowNo).map(({ windowNo }) => Number(windowNo)),
  );
  const others = directory.officers.filter(({ venueCode: code }) => code === null);
  return Array.from({ length: 30 }, (_, index) => {
    const officer = others[index];
    if (!officer || !venue || played.has(index + 1)) return undefined;
    return {
      kind: 'person',
      personId: officer.personId,
      name: textIn(officer.name, 'zh-Hans'),
      grants: [{ role: 'window', unitCode: venue.unitCode }],
      unitCode: venue.unitCode,
      sessionId: undefined,
    };
  });
}

async function arrive(act: Act, plan: HallPlan, random: Random): Promise<void> {
  const groups = plan.groups.filter(({ group }) => group !== 'S');
  const { group } = drawOne(groups, random);
  if ((await countTickets(act.tx, plan.venue, 'waiting')) >= mostWaiting) return;
  await takeTicket(act, { venue: plan.venue, group, ...(random() < 0.12 ? { priority: 'elderly' as const } : {}), origin: 'kiosk' });
}

async function work(act: Act, window: Window, happens: Happens): Promise<void> {
  const { windowId, ticket } = window;
  if (!ticket) {
    if (happens('call')) await callNext(act, { windowId });
    return;
  }
  const since = (instant: string | null) => (act.now.getTime() - Date.parse(instant ?? act.now.toISOString())) / 1000;
  if (ticket.state === 'serving') {
    if (since(ticket.servingAt) > 90 && happens('finish')) await finish(act, { windowId });
    return;
  }
  if (since(ticket.calledAt) < 20) return;
  if (happens('serve')) await serve(act, { windowId });
  else if (isRefusal(await noShow(act, { windowId }))) await recall(act, { windowId });
}
