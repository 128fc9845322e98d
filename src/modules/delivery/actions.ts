import type { Act, Action } from '#kernel/endpoint.ts';
import { hasRole } from '#kernel/actor.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { findItemVersion, type Item } from '#modules/catalogue/index.ts';
import { type CaseFile, isApplicantSide, lockCase, performAct, serveRule, viewCase } from '#modules/cases/index.ts';
import type * as contract from './contract.ts';
import type { ParcelWanted } from './facts.ts';
import { countWrongCode, findHandover, type Handover, listReadyByCode, listSteps, setHandover } from './queries.ts';
import { changeable, mostWrongCodes, toRecipient } from './rules.ts';

type Seen = { readonly file: CaseFile; readonly handover: Handover };

/** The case, if the reader may see it, and its handover. */
async function see(act: Act, caseNo: string): Promise<Seen | Refusal<'not_found' | 'nothing_to_deliver'>> {
  const seen = await viewCase(act, parseHumanNumber(caseNo) ?? caseNo);
  if (!seen) return refuse('not_found');
  const handover = await findHandover(act.tx, seen.file.caseNo);
  return handover ? { file: seen.file, handover } : refuse('nothing_to_deliver', { state: seen.file.state });
}

export const getDelivery: Action<typeof contract.getDelivery> = async (act, { caseNo }) => {
  const seen = await see(act, caseNo);
  return isRefusal(seen) ? seen : toView(act, seen);
};

/** The code is for the person who will say it at the counter, never for those who ask for it. */
async function toView(act: Act, { file, handover }: Seen): Promise<contract.DeliveryView> {
  const steps = await listSteps(act.tx, handover.handoverId);
  const item = await findItemVersion(act.tx, file.itemCode, file.itemVersion);
  return {
    caseNo: handover.caseNo,
    way: handover.way,
    ways: waysOf(item),
    state: handover.state,
    readyAt: handover.createdAt.toISOString(),
    doneAt: handover.doneAt?.toISOString() ?? null,
    code: isApplicantSide(act.actor, file) && handover.way === 'counter' && handover.state === 'ready' ? handover.code : null,
    recipient: handover.recipient,
    trackingNo: handover.trackingNo,
    steps: steps.map(({ state, at }) => ({ state, at: at.toISOString() })),
    proof: handover.proof,
    version: handover.version,
  };
}

function waysOf(item: Item | undefined): contract.Way[] {
  return [...(item?.result?.delivery ?? (['electronic', 'counter'] as const))];
}

export const chooseWay: Action<typeof contract.chooseWay> = async (act, { caseNo, way, ...given }) => {
  const seen = await see(act, caseNo);
  if (isRefusal(seen)) return seen;
  if (!isApplicantSide(act.actor, seen.file)) return refuse('forbidden');
  return way === 'courier' ? toCourier(act, seen, given) : stay(act, seen, way);
};

export const book: Action<typeof contract.book> = async (act, { caseNo, ...given }) => {
  const seen = await see(act, caseNo);
  if (isRefusal(seen)) return seen;
  if (!hasRole(act.actor, ['window'], seen.file.intakeUnit)) return refuse('forbidden');
  return toCourier(act, seen, given);
};

type Changed = contract.DeliveryView | Refusal<'on_its_way' | 'way_not_offered' | 'address_needed'>;

async function stay(act: Act, seen: Seen, way: contract.Way): Promise<Changed> {
  return (await whyFixed(act, seen, way)) ?? change(act, seen, { way });
}

/** The courier is booked by a job: nothing outside is called here. */
async function toCourier(act: Act, seen: Seen, given: Partial<contract.Recipient>): Promise<Changed> {
  const fixed = await whyFixed(act, seen, 'courier');
  if (fixed) return fixed;
  const { applicantName, applicantPhone } = seen.file;
  const recipient = toRecipient(given, { name: applicantName, phone: applicantPhone, ...seen.handover.recipient });
  if (!recipient) return refuse('address_needed', { field: 'address' });
  const changed = await change(act, seen, { way: 'courier', state: 'booking', recipient });
  if (!isRefusal(changed)) act.publish('parcel_wanted', { handoverId: seen.handover.handoverId } satisfies ParcelWanted);
  return changed;
}

async function whyFixed(act: Act, { file, handover }: Seen, way: contract.Way) {
  if (!changeable.includes(handover.state)) return refuse('on_its_way', { state: handover.state });
  const offered = waysOf(await findItemVersion(act.tx, file.itemCode, file.itemVersion));
  return offered.includes(way) ? undefined : refuse('way_not_offered', { way, offered });
}

async function change(act: Act, { file, handover }: Seen, set: Partial<Handover>): Promise<Changed> {
  if ((await setHandover(act.tx, handover, set)) !== 1) return refuse('on_its_way', { state: handover.state });
  return toView(act, { file, handover: { ...handover, ...set, version: handover.version + 1 } });
}

/** 取件: the code says that the applicant sent this person; the officer sees who it is. The case is served in the same breath. Tries made at once stand in line, so that each is counted. */
export const collect: Action<typeof contract.collect> = async (act, { caseNo, code, identity = 'id-card' }) => {
  await lockCase(act.tx, parseHumanNumber(caseNo) ?? caseNo);
  const seen = await see(act, caseNo);
  if (isRefusal(seen)) return seen;
  const { file, handover } = seen;
  if (handover.way !== 'counter' || handover.state !== 'ready')
    return refuse('not_at_counter', { way: handover.way, state: handover.state });
  if (!hasRole(act.actor, ['window'], file.intakeUnit)) return refuse('forbidden');
  if (handover.wrongCodes >= mostWrongCodes) return refuse('too_many_wrong_codes');
  if (handover.code !== code) {
    await countWrongCode(act.tx, handover.handoverId);
    return refuse('wrong_code', { field: 'code', left: mostWrongCodes - handover.wrongCodes - 1 });
  }
  const proof = { by: act.actor.name, identity, at: act.now.toISOString() };
  const served = await performAct(act, 'serve', {
    input: { caseNo: file.caseNo, way: 'counter', proof: `${identity} ${proof.at}` },
    rule: serveRule,
  });
  if (isRefusal(served)) return served as never;
  const handed = await change(act, seen, { state: 'delivered', doneAt: act.now, proof });
  if (isRefusal(handed)) throw new Error(`the handover of ${file.caseNo} changed while it was handed over`);
  return handed;
};

export const findReady: Action<typeof contract.findReady> = async (act, { code }) => {
  const found = await listReadyByCode(act.tx, code);
  return { rows: found.filter(({ unitCode }) => hasRole(act.actor, ['window'], unitCode)).map(({ caseNo }) => ({ caseNo })) };
};
