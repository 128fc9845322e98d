import type { Act } from '#kernel/endpoint.ts';
import type { Checkup } from '#kernel/module.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { closuresFrom } from '#modules/channels/index.ts';
import { isClosed } from './actions/rebook.ts';
import { listSites } from './held.ts';
import { countCells, insertAudit, listAuditFaults, listMiscounted, listOversold, listStuck, listTwice } from './queries/checkups.ts';
import { listComing } from './queries/rebooking.ts';

const patienceMs = 10 * 60_000;

/** Bookings at a time that is closed to them, though they should have been moved or asked. */
async function listForgotten(act: Act): Promise<string[]> {
  const closureOf = await closuresFrom(act.tx, act.now);
  const { byCode } = await getCatalogue(act.tx, act.now);
  const forgotten: string[] = [];
  for (const site of await listSites(act.tx)) {
    const coming = await listComing(act.tx, { place: site.place, from: act.now, until: null });
    const hit = coming.filter(
      (row) => row.place === site.place && isClosed(closureOf, site, row, byCode.get(row.itemCode ?? '')?.unitCode ?? ''),
    );
    forgotten.push(...hit.map(({ bookingNo }) => bookingNo as string));
  }
  return forgotten;
}

const counted: readonly Checkup[] = [
  { name: 'every cell counts the bookings that cover it', run: ({ tx }) => listMiscounted(tx) },
  { name: 'no cell is sold above its caps', run: ({ tx }) => listOversold(tx) },
  { name: 'nobody has more live bookings of a place and day than its plan allows', run: ({ tx }) => listTwice(tx) },
  { name: 'no offer outlives its hour', run: ({ tx, now }) => listStuck(tx, new Date(now.getTime() - patienceMs)) },
  { name: 'nobody is booked into a closed time', run: listForgotten },
];

/** The nightly recount: what the doctor would find, written down with how much was looked at. */
export async function audit(act: Act): Promise<void> {
  const faults: string[] = [];
  for (const { name, run } of counted) faults.push(...(await run(act)).map((row) => `${name}: ${row}`));
  await insertAudit(act.tx, { at: act.now, cells: await countCells(act.tx), faults });
  if (faults.length > 0) act.publish('audit_failed', { faults: faults.length });
}

export const checkups: readonly Checkup[] = [
  ...counted,
  { name: 'last night’s recount found nothing', run: ({ tx }) => listAuditFaults(tx) },
];
