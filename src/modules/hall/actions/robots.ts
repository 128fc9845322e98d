import { parseJson } from '#adapters/parse-json.ts';
import { hmacHex, isSame } from '#adapters/seal-box.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type * as contract from '../contract/devices.ts';
import { type DeviceRow, findDevice, setHeard } from '../queries/devices.ts';
import { getPolicyAt } from '../queries/policy.ts';
import { addToDay, claimReadings, insertRobotReading } from '../queries/robots.ts';
import { flagged, type Reading, toReadings } from '../rules/readings.ts';
import { hallSettings } from '../settings.ts';

const replayWindowMs = 5 * 60_000;

export const postReadings: Action<typeof contract.postReadings> = async (act, { deviceId, sentAt, content, signature }) => {
  const device = await findDevice(act.tx, deviceId);
  if (!device?.sealedKey || device.revokedAt) return refuse('signature_wrong');
  const key = hallSettings().box.open(device.sealedKey) as string;
  if (!isSame(hmacHex(key, `${sentAt}.${content}`), signature)) return refuse('signature_wrong');
  const offsetMs = new Date(sentAt).getTime() - act.now.getTime();
  if (Math.abs(offsetMs) > replayWindowMs) return refuse('sent_too_late', { minutes: replayWindowMs / 60_000 });
  const readings = toReadings(parseJson(content));
  if (!readings) return refuse('content_wrong', { field: 'content' });
  await setHeard(act.tx, { deviceId, seenAt: act.now, offsetMs, waiting: 0 });
  return takeReadings(act, device, readings);
};

/** Counted once each; the doubtful ones wait for a hand. The temperature itself is not kept: the hand’s measurement decides. */
export async function takeReadings(act: Act, device: DeviceRow, readings: readonly Reading[]) {
  const { rules } = await getPolicyAt(act.tx, act.now);
  const zone = (await getDirectory(act.tx)).zoneOf(device.venueCode);
  const fresh = await claimReadings(act.tx, device.deviceId, readings);
  const taken = [...new Map(readings.filter(({ id }) => fresh.has(id)).map((reading) => [reading.id, reading])).values()];
  const doubtful = taken.filter((reading) => flagged(rules, reading, device.calibratedOn));
  for (const { id, at } of doubtful) {
    const checkBy = new Date(Math.min(at.getTime(), act.now.getTime()) + rules.handWithinMinutes * 60_000);
    await insertRobotReading(act.tx, {
      readingId: newId(),
      deviceId: device.deviceId,
      venueCode: device.venueCode,
      externalId: id,
      at,
      checkBy,
    });
  }
  for (const [localDay, ofDay] of Map.groupBy(taken, ({ at }) => dayOf(at, zone))) {
    const poor = ofDay.filter(({ quality }) => quality === 'poor').length;
    const count = { readings: ofDay.length, flagged: ofDay.filter((one) => doubtful.includes(one)).length, poor };
    await addToDay(act.tx, { deviceId: device.deviceId, localDay, ...count });
  }
  return { taken: taken.length, again: readings.length - taken.length, toMeasure: doubtful.length };
}
