import type { Act, Action, Input } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { addDays, instantAt, isDay } from '#kernel/workdays.ts';
import { logView } from '#modules/identity/index.ts';
import type * as contract from '../contract/alerts.ts';
import { openPlace, type Place } from '../place.ts';
import {
  insertExposureQuery,
  listCurve,
  listInside,
  listOrigins,
  listOutcomes,
  listPeopleByDay,
  listRobotDays,
  type Together,
} from '../queries/know.ts';
import { findVisitById } from '../queries/visits.ts';
import { hallSettings } from '../settings.ts';
import { occupancyOf } from './exit.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const stepMs = 15 * minuteMs;
const longestHours = 48;
const daysBack = 13;

type Asked = Input<typeof contract.askExposure>;
type Window = { readonly from: Date; readonly until: Date; readonly visitId: string | null; readonly area: 'hall' | 'special' | null };

/** 同时段人员: for those who trace contacts. Asked with a reason, written down, and told to everybody known who is on the list. */
export const askExposure: Action<typeof contract.askExposure> = async (act, input) => {
  const place = await openPlace(act, input.venue, ['supervisor', 'head']);
  if (isRefusal(place)) return place;
  const window = await windowOf(act, place, input);
  if (isRefusal(window)) return window;
  const { from, until, visitId, area } = window;
  const found = await listInside(act.tx, { venue: input.venue, area, from, until, except: visitId });
  const queryId = newId();
  await insertExposureQuery(act.tx, {
    queryId,
    venue: input.venue,
    visitId,
    from,
    until,
    reason: input.reason,
    found: found.length,
    by: act.actor.name,
    at: act.now,
  });
  return {
    queryId,
    from: from.toISOString(),
    until: until.toISOString(),
    rows: found.map((one) => toRow(act, one, { ...window, reason: input.reason })),
  };
};

async function windowOf(
  act: Act,
  { venue }: Place,
  { visitId, from, until }: Asked,
): Promise<Window | Refusal<'visit_unknown' | 'window_needed' | 'window_too_long'>> {
  const visit = visitId ? await findVisitById(act.tx, visitId) : undefined;
  if (visitId && visit?.venueCode !== venue.code) return refuse('visit_unknown');
  if (visit) return { from: visit.enteredAt, until: visit.leftAt ?? act.now, visitId: visit.visitId, area: visit.area };
  if (!from || !until || new Date(from) >= new Date(until)) return refuse('window_needed', { field: 'from' });
  const window = { from: new Date(from), until: new Date(until), visitId: null, area: null };
  return window.until.getTime() - window.from.getTime() > longestHours * hourMs
    ? refuse('window_too_long', { hours: longestHours })
    : window;
}

function toRow(act: Act, one: Together, { from, until, reason }: Window & { reason: string }) {
  const known = one.sealedIdentity
    ? (hallSettings().box.open(one.sealedIdentity) as { name?: string; phone?: string; personId?: string })
    : {};
  if (known.personId) logView(act, { subjectId: known.personId, what: 'hall.exposure', why: reason });
  const ends = Math.min(until.getTime(), (one.leftAt ?? act.now).getTime());
  return {
    visitId: one.visitId,
    area: one.area,
    shown: one.shown,
    name: known.name ?? null,
    phone: known.phone ?? null,
    party: one.party,
    enteredAt: one.enteredAt.toISOString(),
    leftAt: one.leftAt?.toISOString() ?? null,
    minutesTogether: Math.max(0, Math.round((ends - Math.max(from.getTime(), one.enteredAt.getTime())) / minuteMs)),
  };
}

export const getHallDay: Action<typeof contract.getHallDay> = async (act, { venue, on }) => {
  const place = await openPlace(act, venue, ['gate', 'window', 'supervisor', 'head', 'planner', 'inspector']);
  if (isRefusal(place)) return place;
  if (on !== undefined && !isDay(on)) return refuse('no_such_day');
  const day = on ?? place.day;
  const span = { venue, from: addDays(day, -daysBack), to: day };
  const [outcomes, people, robots] = [
    await listOutcomes(act.tx, span),
    await listPeopleByDay(act.tx, span),
    await listRobotDays(act.tx, span),
  ];
  const peopleOn = new Map(people.map((one) => [one.on, one.people]));
  const readingsOn = new Map(robots.map((one) => [one.on, one.readings]));
  const days = [...new Set([...outcomes, ...robots].map((one) => one.on))].sort().reverse();
  const none = { enter: 0, special: 0, refuse: 0, isolate: 0 };
  return {
    on: day,
    ...(await occupancyOf(act, place)),
    curve: await curveOf(act, place, day),
    days: days.map((one) => ({
      ...none,
      ...outcomes.find((row) => row.on === one),
      on: one,
      people: peopleOn.get(one) ?? 0,
      robotReadings: readingsOn.get(one) ?? 0,
    })),
    origins: await listOrigins(act.tx, span),
  };
};

/** By quarter of an hour, from the first opening to now or the last closing. */
async function curveOf(act: Act, { venue, plan }: Place, day: string) {
  const opens = instantAt(day, 7 * 60, plan.zone).getTime();
  const closes = Math.min(instantAt(day, 20 * 60, plan.zone).getTime(), act.now.getTime());
  const instants: Date[] = [];
  for (let at = opens; at <= closes; at += stepMs) instants.push(new Date(at));
  const [hall, special] = [
    await listCurve(act.tx, { venue: venue.code, area: 'hall', instants }),
    await listCurve(act.tx, { venue: venue.code, area: 'special', instants }),
  ];
  return hall.map(({ at, people }, index) => ({
    at: at.toISOString(),
    hall: Math.max(0, people),
    special: Math.max(0, special[index]?.people ?? 0),
  }));
}
