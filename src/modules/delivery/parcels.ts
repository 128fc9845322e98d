import type { Address } from '#adapters/courier.ts';
import type { Act } from '#kernel/endpoint.ts';
import type { Job } from '#kernel/module.ts';
import { findCase, performAct, serveRule } from '#modules/cases/index.ts';
import { textIn } from '#kernel/locale.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type { Recipient } from './contract.ts';
import type { ParcelMoved } from './facts.ts';
import { findById, findHandover, type Handover, insertStep, setHandover, type Step, takeOnTheWay } from './queries.ts';
import { courierInUse } from './settings.ts';

const askEveryMs = 60_000;
const batchSize = 100;

/** Books the courier between two transactions. Booked twice, the courier gives the same number, so a retry does no harm. */
export async function bookParcel(job: Job, handoverId: string): Promise<void> {
  const order = await job.transaction(async (act) => {
    const handover = await findById(act.tx, handoverId);
    if (handover?.state !== 'booking' || !handover.recipient) return undefined;
    return { handover, to: toAddress(handover.recipient), from: await officeOf(act, handover.caseNo) };
  });
  if (!order) return;
  const { trackingNo } = await courierInUse().book({ parcelId: handoverId, from: order.from, to: order.to });
  await job.transaction(async (act) => {
    const booked = { state: 'booked' as const, trackingNo, bookedAt: act.now };
    if ((await setHandover(act.tx, order.handover, booked)) !== 1) return;
    await insertStep(act.tx, { handoverId, trackingNo, state: 'booked', at: act.now });
    act.publish('parcel_booked', { caseNo: order.handover.caseNo, trackingNo });
  });
}

export function toAddress({ name, phone, address }: Recipient): Address {
  return { name, phone, lines: address.split(/\n/) };
}

/** The counter that hands parcels out. */
export async function officeOf(act: Act, caseNo: string): Promise<Address> {
  const directory = await getDirectory(act.tx);
  const file = await findCase(act.tx, caseNo);
  const unit = directory.unitByCode.get(file?.intakeUnit ?? '');
  const venue =
    directory.venues.find(({ unitCode }) => unitCode === unit?.code) ??
    directory.venues.find(({ regionCode }) => regionCode === unit?.regionCode);
  const lines = [textIn(directory.agencyName, act.language), ...(venue ? [textIn(venue.address, act.language)] : [])];
  return { name: unit ? textIn(unit.name, act.language) : '', phone: unit?.phone ?? '', lines };
}

/** Asks the courier where parcels are; what arrived has been served, with the courier's proof. */
export async function followParcels(job: Job): Promise<void> {
  const before = new Date(job.now().getTime() - askEveryMs / 2);
  const parcels = await job.transaction(({ tx, now }) => takeOnTheWay(tx, { now, before, limit: batchSize }));
  for (const parcel of parcels) {
    if (!parcel.trackingNo || !parcel.bookedAt) continue;
    const steps = await courierInUse().status(parcel.trackingNo, parcel.bookedAt, job.now());
    await job.transaction((act) => moveParcel(act, parcel, steps));
  }
}

async function moveParcel(
  act: Act,
  parcel: Handover,
  steps: readonly (Step & { readonly proof?: { readonly signedBy: string; readonly ref: string } })[],
): Promise<void> {
  const { caseNo, handoverId } = parcel;
  const trackingNo = parcel.trackingNo ?? '';
  const last = steps.at(-1);
  if (!last || last.state === parcel.state) return;
  const proof = last.proof && { ...last.proof, at: last.at.toISOString() };
  if (last.state === 'delivered') await serve(act, caseNo, { way: 'courier', proof: `${trackingNo} ${last.proof?.ref ?? ''}`.trim() });
  const done = last.state === 'delivered' ? { doneAt: last.at, proof: proof ?? {} } : {};
  if ((await setHandover(act.tx, parcel, { state: last.state, ...done })) !== 1) return;
  for (const { state, at } of steps) {
    const fact: ParcelMoved = { caseNo, trackingNo, state, at: at.toISOString() };
    if ((await insertStep(act.tx, { handoverId, trackingNo, state, at })) === 1) act.publish('parcel_moved', fact);
  }
  if (last.state === 'delivered') act.publish('parcel_delivered', { caseNo, trackingNo });
}

/** By the system, for what happened outside the office. A case that stands elsewhere by now refuses, and that is right. */
function serve(act: Act, caseNo: string, proof: { way: 'courier' | 'electronic'; proof: string }) {
  return performAct(act, 'serve', { input: { caseNo, ...proof }, rule: serveRule });
}

/** Opened by the applicant, an electronic result is delivered; the instant of opening is the proof. */
export async function serveOpened(
  act: Act,
  { caseNo, personId, at }: { caseNo: string; personId: string | null; at: Date },
): Promise<void> {
  const file = await findCase(act.tx, caseNo);
  if (!file || file.state !== 'decided' || !personId || ![file.applicantId, file.agentId].includes(personId)) return;
  const handover = await findHandover(act.tx, caseNo);
  if (!handover || handover.way !== 'electronic' || handover.state !== 'ready') return;
  await serve(act, caseNo, { way: 'electronic', proof: `opened ${at.toISOString()}` });
  await setHandover(act.tx, handover, { state: 'delivered', doneAt: at, proof: { opened: at.toISOString() } });
}
