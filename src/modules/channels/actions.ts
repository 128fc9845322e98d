import type { Static } from 'typebox';
import type { Act, Action } from '#kernel/endpoint.ts';
import { stopwatch } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { withTraditional } from '#kernel/traditional.ts';
import { findItem, getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type * as contract from './contract.ts';
import { forgetSuspensions, statusOf } from './held.ts';
import { insertSuspension, listAll, listCurrent, lockSuspension, lockTaking, raiseVersion, setEnded } from './queries.ts';
import { channelNames, isInForce, reaches, type SuspensionRow } from './rules.ts';
import { countEffects } from './settings.ts';

type Wanted = Static<typeof contract.suspend.input>;

/** A minute's grace: whoever closes a channel "now" has looked at the preview first. */
const graceMs = 10 * 60_000;

async function readWanted(
  act: Act,
  wanted: Wanted,
): Promise<SuspensionRow | Refusal<'unknown_scope' | 'ends_before_it_begins' | 'begins_in_the_past'>> {
  const scope = wanted.scope === 'all' ? {} : wanted.scope;
  const [fromAt, untilAt] = [new Date(wanted.from), wanted.until ? new Date(wanted.until) : null];
  if (untilAt && untilAt <= fromAt) return refuse('ends_before_it_begins');
  if (fromAt.getTime() < act.now.getTime() - graceMs) return refuse('begins_in_the_past');
  const directory = await getDirectory(act.tx);
  const isKnown =
    (!scope.unit || directory.unitByCode.has(scope.unit)) &&
    (!scope.venue || directory.venues.some((venue) => venue.code === scope.venue)) &&
    (!scope.item || (await findItem(act.tx, scope.item, act.now)) !== undefined);
  if (!isKnown) return refuse('unknown_scope', { scope });
  return {
    suspensionId: newId(),
    venueCode: scope.venue ?? null,
    unitCode: scope.unit ?? null,
    itemCode: scope.item ?? null,
    channels: [...new Set(wanted.channels)],
    fromAt,
    untilAt,
    endedAt: null,
    reason: withTraditional(typeof wanted.reason === 'string' ? { 'zh-Hans': wanted.reason } : wanted.reason),
    urgentExcepted: wanted.urgentExcepted ?? false,
    version: 1,
  };
}

export const previewSuspension: Action<typeof contract.previewSuspension> = async (act, wanted) => {
  const row = await readWanted(act, wanted);
  return isRefusal(row) ? row : effectOf(act, row);
};

/**
 * Published at once, in force from its instant on; every process obeys because submitting asks the database. One that begins now begins when everything that
 * passed its check before has been taken in, so that nothing is received at its instant or later.
 */
export const suspend: Action<typeof contract.suspend> = async (act, wanted) => {
  const elapsed = stopwatch();
  const read = await readWanted(act, wanted);
  if (isRefusal(read)) return read;
  const effect = await effectOf(act, read);
  await lockTaking(act.tx);
  const published = new Date(act.now.getTime() + Math.ceil(elapsed()) + 1);
  const row = { ...read, fromAt: read.fromAt > published ? read.fromAt : published };
  if (row.untilAt && row.untilAt <= row.fromAt) return refuse('ends_before_it_begins');
  await insertSuspension(act.tx, { ...row, createdBy: act.actor.name, createdAt: act.now });
  await raiseVersion(act.tx);
  act.afterCommit(forgetSuspensions);
  act.publish('suspended', { suspensionId: row.suspensionId, channels: row.channels, from: row.fromAt.toISOString() });
  return { ...toSuspension(row, published), effect };
};

export const endSuspension: Action<typeof contract.endSuspension> = async (act, { suspensionId, version }) => {
  const row = await lockSuspension(act.tx, suspensionId);
  if (!row) return refuse('not_found');
  if (version !== undefined && version !== row.version) return refuse('stale_version', { version: row.version });
  if (row.endedAt || (row.untilAt && row.untilAt <= act.now)) return refuse('ended_already');
  await setEnded(act.tx, { suspensionId, at: act.now, by: act.actor.name });
  await raiseVersion(act.tx);
  act.afterCommit(forgetSuspensions);
  act.publish('suspension_ended', { suspensionId });
  return toSuspension({ ...row, endedAt: act.now, version: row.version + 1 }, act.now);
};

export const listSuspensions: Action<typeof contract.listSuspensions> = async (act, { all = false }) => {
  const rows = all ? await listAll(act.tx) : await listCurrent(act.tx, act.now);
  return { rows: rows.map((row) => toSuspension(row, act.now)), nextCursor: null };
};

export const getStatus: Action<typeof contract.getStatus> = async (act, { item: itemCode, venue, at }) => {
  const when = at ? new Date(at) : act.now;
  const item = itemCode ? await findItem(act.tx, itemCode, act.now) : undefined;
  if (itemCode && !item) return refuse('unknown_item', { itemCode });
  return statusOf(act.tx, { item, venueCode: venue, at: when, language: act.language });
};

function toSuspension(row: SuspensionRow, now: Date): Static<typeof contract.Suspension> {
  return {
    suspensionId: row.suspensionId,
    scope: {
      ...(row.venueCode ? { venue: row.venueCode } : {}),
      ...(row.unitCode ? { unit: row.unitCode } : {}),
      ...(row.itemCode ? { item: row.itemCode } : {}),
    },
    channels: [...row.channels],
    from: row.fromAt.toISOString(),
    until: row.untilAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    reason: row.reason,
    urgentExcepted: row.urgentExcepted,
    version: row.version,
    inForce: isInForce(row, now),
  };
}

/** Whom it hits, from the items' own channels; what later modules hold (drafts, bookings) they count themselves. */
async function effectOf(act: Act, row: SuspensionRow): Promise<contract.Effect> {
  const { items } = await getCatalogue(act.tx, act.now);
  const hit = items.filter(
    (item) =>
      reaches({ ...row, venueCode: null }, { itemCode: item.code, unitCode: item.unitCode }) &&
      item.channels.some((name) => row.channels.includes(name)),
  );
  const counted = await countEffects(act.tx, {
    itemCodes: row.unitCode || row.itemCode ? hit.map((item) => item.code) : undefined,
    channels: row.channels,
    venueCode: row.venueCode,
    from: row.fromAt,
    until: row.untilAt,
  });
  return {
    items: hit.length,
    itemsWithoutAnyWay: hit.filter((item) => item.channels.every((name) => row.channels.includes(name))).length,
    ...counted,
  };
}

export { channelNames };
