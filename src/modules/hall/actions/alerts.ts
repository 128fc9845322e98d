import { hasRole } from '#kernel/actor.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { newHumanNumber, parseHumanNumber } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type * as contract from '../contract/alerts.ts';
import type { Alert } from '../contract/alerts.ts';
import type { AlertRaised } from '../facts.ts';
import { worksAt } from '../place.ts';
import {
  type AlertChange,
  type AlertRow,
  findAlert,
  insertAlert,
  insertStep,
  listAllAlerts,
  listSteps,
  setAlert,
} from '../queries/alerts.ts';
import { openReadings } from '../queries/health.ts';
import { hallSettings } from '../settings.ts';
import type { Done } from './screen.ts';

const minuteMs = 60_000;
const readers = ['gate', 'supervisor', 'head', 'window'] as const;

/** 隔离并上报: told at once to the venue's own unit, with the employer or township named; the clock runs by the policy. */
export async function raiseAlert(act: Act, { place, moment, guest, screeningId }: Done): Promise<string> {
  const directory = await getDirectory(act.tx);
  const { unitCode, code } = place.venue;
  const alertNo = newHumanNumber(directory.prefixOf(code));
  const row = {
    alertNo,
    screeningId,
    venueCode: code,
    unitCode,
    told: guest.identity.unit ?? null,
    place: moment.door ?? '',
    raisedAt: moment.at,
    dueBy: new Date(moment.at.getTime() + place.policy.rules.alertMinutes * minuteMs),
  };
  await insertAlert(act.tx, row);
  await insertStep(act.tx, { alertNo, seq: 1, state: 'open', at: act.now, by: act.actor.name, note: null });
  act.publish('alert_raised', { alertNo, unitCode } satisfies AlertRaised);
  return alertNo;
}

export const listAlerts: Action<typeof contract.listAlerts> = async (act, { state }) => {
  const rows = await listAllAlerts(act.tx, state);
  const seen: Alert[] = [];
  for (const row of rows) if (await maySee(act, row)) seen.push(toAlert(act, row));
  return { rows: seen, nextCursor: null };
};

export const getAlert: Action<typeof contract.getAlert> = async (act, { alertNo }) => {
  const row = await seeAlert(act, alertNo);
  if (!row) return refuse('not_found');
  const steps = await listSteps(act.tx, row.alertNo);
  return { ...toAlert(act, row), steps: steps.map(({ state, at, byName, note }) => ({ state, at: at.toISOString(), by: byName, note })) };
};

async function seeAlert(act: Act, alertNo: string): Promise<AlertRow | undefined> {
  const row = await findAlert(act.tx, parseHumanNumber(alertNo) ?? alertNo);
  return row && (await maySee(act, row)) ? row : undefined;
}

async function maySee(act: Act, { venueCode }: AlertRow): Promise<boolean> {
  const venue = (await getDirectory(act.tx)).venueByCode.get(venueCode);
  return venue !== undefined && worksAt(act.actor, venue, readers);
}

function toAlert({ now }: Act, row: AlertRow): Alert {
  const { alertNo, venueCode, unitCode, told, place, state, raisedAt, dueBy, reportNo, result, version } = row;
  const overdue = (row.reportedAt ?? row.closedAt ?? now) > dueBy;
  return {
    alertNo,
    venue: venueCode,
    unit: unitCode,
    told,
    place,
    state,
    raisedAt: raisedAt.toISOString(),
    dueBy: dueBy.toISOString(),
    overdue,
    reportNo,
    result,
    version,
  };
}

type Kept = { readonly temperature?: number; readonly symptoms?: string[]; readonly identity?: { name?: string; phone?: string } };

export const openReading: Action<typeof contract.openReading> = async (act, { alertNo, reason }) => {
  const row = await seeAlert(act, alertNo);
  if (!row) return refuse('not_found');
  const sealed = await openReadings(act.tx, { screeningId: row.screeningId, by: act.actor.name, reason, at: act.now });
  const kept = sealed.map((one) => hallSettings().box.open(one) as Kept)[0];
  return {
    gone: !kept,
    name: kept?.identity?.name ?? null,
    phone: kept?.identity?.phone ?? null,
    temperature: kept?.temperature ?? null,
    symptoms: kept?.symptoms ?? [],
  };
};

type Step = { readonly alertNo: string; readonly version: number; readonly note: string | null };
type Stepped = Alert | Refusal<'not_found' | 'stale_version' | 'wrong_stage'>;

async function takeStep(act: Act, { alertNo, version, note }: Step, next: (row: AlertRow) => AlertChange | undefined): Promise<Stepped> {
  const row = await seeAlert(act, alertNo);
  if (!row) return refuse('not_found');
  if (row.version !== version) return refuse('stale_version', { version: row.version, state: row.state });
  const change = next(row);
  if (!change) return refuse('wrong_stage', { state: row.state });
  if ((await setAlert(act.tx, row, change)) !== 1) return refuse('stale_version');
  const after = { ...row, ...change, version: version + 1 };
  await insertStep(act.tx, { alertNo: row.alertNo, seq: after.version, state: after.state, at: act.now, by: act.actor.name, note });
  return toAlert(act, after);
}

export const receiveAlert: Action<typeof contract.receiveAlert> = async (act, { alertNo, version, note = null }) =>
  takeStep(act, { alertNo, version, note }, ({ state }) => (state === 'open' ? { state: 'received', receivedAt: act.now } : undefined));

export const reportUp: Action<typeof contract.reportUp> = async (act, { alertNo, version, reportNo, to }) =>
  takeStep(act, { alertNo, version, note: `${to}: ${reportNo}` }, ({ state }) =>
    state === 'open' || state === 'received' ? { state: 'reported', reportedAt: act.now, reportNo } : undefined,
  );

export const closeAlert: Action<typeof contract.closeAlert> = async (act, { alertNo, version, result }) =>
  takeStep(act, { alertNo, version, note: result }, ({ state }) =>
    state === 'reported' ? { state: 'closed', closedAt: act.now, result } : undefined,
  );

/** Alerts that nobody reported upward in time: for the menu and the supervisor's page. */
export async function countOverdueAlerts(act: Act): Promise<number> {
  if (!hasRole(act.actor, readers)) return 0;
  const listed = await listAlerts(act, {});
  return isRefusal(listed) ? 0 : listed.rows.filter(({ overdue, state }) => overdue && state !== 'reported' && state !== 'closed').length;
}
