import { readDropped } from '#adapters/drop-folder.ts';
import { parseJson } from '#adapters/parse-json.ts';
import { isId } from '#kernel/ids.ts';
import type { Job } from '#kernel/module.ts';
import { takeReadings } from './actions/robots.ts';
import { findDevice } from './queries/devices.ts';
import { csvToRows, toReadings } from './rules/readings.ts';
import { hallSettings } from './settings.ts';

/**
 * Readings of robots that have no network: files in `drop/<deviceId>/` of the data folder. Whoever can write there is trusted as the robot; a reading that
 * came before counts once. What is no list of readings, or of no robot, is put aside.
 */
export async function takeDropped(job: Job): Promise<void> {
  const { dropFolder } = hallSettings();
  if (!dropFolder) return;
  for (const file of await readDropped(dropFolder)) {
    const readings = toReadings(parseJson(file.text) ?? csvToRows(file.text));
    const taken = await job.transaction(async (act) => {
      const device = isId(file.from) ? await findDevice(act.tx, file.from) : undefined;
      if (!readings || !device?.sealedKey || device.revokedAt) return false;
      await takeReadings(act, device, readings);
      return true;
    });
    await file.putAway(taken);
  }
}
