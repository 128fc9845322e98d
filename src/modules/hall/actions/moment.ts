import type { Act } from '#kernel/endpoint.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import type { Place } from '../place.ts';
import { findDevice } from '../queries/devices.ts';
import { trueTime } from '../rules/clock.ts';

/** When something at the door happened, who sent it, and under which local day it counts. */
export type Moment = {
  readonly source: string;
  readonly byName: string;
  readonly deviceAt: Date;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly localDay: string;
  readonly offline: boolean;
  readonly door: string | null;
};
type Sent = { readonly deviceAt?: string | undefined; readonly offline?: boolean | undefined; readonly door?: string | undefined };

/** Each device, and each person without one, numbers its own events. */
export function sourceOf({ actor }: Pick<Act, 'actor'>): string {
  return actor.device?.deviceId ?? actor.personId ?? 'system';
}

/** Only a paired device may tell afterwards what happened without a line: it holds places of its own and answers for its clock. */
export async function momentOf(act: Act, place: Place, sent: Sent): Promise<Moment | Refusal<'clock_off' | 'forbidden'>> {
  if (sent.offline && act.actor.kind !== 'device') return refuse('forbidden');
  const device = act.actor.device && (await findDevice(act.tx, act.actor.device.deviceId));
  const deviceAt = sent.deviceAt ? new Date(sent.deviceAt) : act.now;
  const offsetMs = sent.deviceAt ? (device?.offsetMs ?? undefined) : 0;
  const time = trueTime(place.policy.rules, {
    deviceAt,
    offsetMs,
    now: act.now,
    offline: sent.offline === true,
  });
  if (time === 'clock_off') {
    const offMs = offsetMs ?? deviceAt.getTime() - act.now.getTime();
    return refuse('clock_off', { seconds: Math.round(offMs / 1000), minutes: place.policy.rules.skewMinutes });
  }
  return {
    source: sourceOf(act),
    byName: act.actor.name,
    deviceAt,
    at: time.at,
    receivedAt: act.now,
    localDay: dayOf(time.at, place.plan.zone),
    offline: sent.offline === true,
    door: sent.door ?? device?.door ?? null,
  };
}

/** What is done here and now by who acts, without a device’s event. */
export function here(act: Act, door: string | null): Moment {
  const source = sourceOf(act);
  return { source, byName: act.actor.name, deviceAt: act.now, at: act.now, receivedAt: act.now, localDay: '', offline: false, door };
}
