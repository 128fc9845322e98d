import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract/kiosk.ts';
import { endKioskSession, findOpenKioskSession, insertKioskSession, listKioskRows, setKioskState } from '../queries/kiosk.ts';

export const kioskIdleSeconds = 60;
const silentMs = 300_000;
const dayMs = 86_400_000;

function kioskOf({ actor }: Act): string | undefined {
  return actor.device?.scopes.includes('kiosk') ? actor.device.deviceId : undefined;
}

export const reportKiosk: Action<typeof contract.reportKiosk> = async (act, health) => {
  const deviceId = kioskOf(act);
  if (!deviceId) return refuse('not_a_kiosk');
  await setKioskState(act.tx, deviceId, health, act.now);
  return { serverAt: act.now.toISOString() };
};

export const beginKiosk: Action<typeof contract.beginKiosk> = async (act) => {
  const deviceId = kioskOf(act);
  if (!deviceId) return refuse('not_a_kiosk');
  await endKioskSession(act.tx, { deviceId, by: 'next', wiped: false, at: act.now });
  const sessionId = newId();
  const isOwn = (await insertKioskSession(act.tx, { sessionId, deviceId, at: act.now })) === 1;
  const open = isOwn ? { sessionId } : await findOpenKioskSession(act.tx, deviceId);
  return { sessionId: open?.sessionId ?? sessionId, endsAfterSeconds: kioskIdleSeconds };
};

export const endKiosk: Action<typeof contract.endKiosk> = async (act, { by, wiped }) => {
  const deviceId = kioskOf(act);
  if (!deviceId) return refuse('not_a_kiosk');
  return { ended: (await endKioskSession(act.tx, { deviceId, by, wiped, at: act.now })) === 1 };
};

export const listKiosks: Action<typeof contract.listKiosks> = async ({ tx, now }) => {
  const rows = await listKioskRows(tx, new Date(now.getTime() - dayMs));
  return {
    rows: rows.map(({ venueCode, reportedAt, ...row }) => ({
      ...row,
      venue: venueCode,
      reportedAt: reportedAt?.toISOString() ?? null,
      alive: reportedAt !== null && now.getTime() - reportedAt.getTime() < silentMs,
    })),
    nextCursor: null,
  };
};
