import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/result.ts';
import type * as contract from '../contract/drafts.ts';
import { problemsOfDraft, readDraft, toDraftItem } from '../draft-item.ts';
import type { CatalogueFacts } from '../facts.ts';
import { findItem, findItemVersion, todayAt } from '../held.ts';
import { deleteDraft, type DraftRow, findDraft, findDraftOf, insertDraft, listDraftRows, lockDraft, setDraft } from '../queries/drafts.ts';
import { findVersion, listVersions, lockCatalogue } from '../queries/items.ts';
import { publishVersions } from '../publish.ts';
import * as rules from '../rules/change-draft.ts';
import { checkItem } from '../rules/check-item.ts';
import { differencesOf } from '../rules/difference.ts';

export const listDrafts: Action<typeof contract.listDrafts> = async ({ tx }) => {
  const rows = await listDraftRows(tx);
  return {
    rows: rows.map(({ code, updatedAt, ...row }) => ({ ...row, itemCode: code, updatedAt: updatedAt.toISOString() })),
    nextCursor: null,
  };
};

export const openDraft: Action<typeof contract.openDraft> = async ({ tx, now, actor }, { itemCode }) => {
  const current = await findItem(tx, itemCode, now);
  const row = await insertDraft(tx, {
    draftId: newId(),
    code: itemCode,
    basedOn: current?.version ?? null,
    item: current ? toDraftItem(current) : { code: itemCode },
    by: actor.personId ?? null,
    at: now,
  });
  if (row) return toDraft(row);
  return refuse('draft_open', { draftId: (await findDraftOf(tx, itemCode))?.draftId });
};

export const getDraft: Action<typeof contract.getDraft> = async ({ tx }, { draftId }) => {
  const row = await findDraft(tx, draftId);
  return row ? toDraft(row) : refuse('not_found');
};

export const saveDraft: Action<typeof contract.saveDraft> = async ({ tx, now, actor }, { draftId, version, item }) => {
  const found = await lockFor(tx, { draftId, version });
  if (isRefusal(found)) return found;
  if (item['code'] !== found.code) return refuse('another_code', { code: found.code });
  return toDraft(await setDraft(tx, { draftId, item, by: actor.personId ?? null, at: now }));
};

export const changeDraft: Action<typeof contract.changeDraft> = async ({ tx, now, actor }, { draftId, version, changes }) => {
  const found = await lockFor(tx, { draftId, version });
  if (isRefusal(found)) return found;
  const item = rules.changeDraft(found.item, changes);
  if (!item) return refuse('no_such_part', { path: changes[0]?.path });
  if (item['code'] !== found.code) return refuse('another_code', { code: found.code });
  return toDraft(await setDraft(tx, { draftId, item, by: actor.personId ?? null, at: now }));
};

export const discardDraft: Action<typeof contract.discardDraft> = async ({ tx }, { draftId, version }) => {
  const found = await lockFor(tx, { draftId, version });
  if (isRefusal(found)) return found;
  await deleteDraft(tx, draftId);
  return { draftId };
};

export const compareDraft: Action<typeof contract.compareDraft> = async ({ tx }, { draftId }) => {
  const row = await findDraft(tx, draftId);
  if (!row) return refuse('not_found');
  const before = row.basedOn === null ? undefined : await findItemVersion(tx, row.code, row.basedOn);
  const changes = differencesOf(before ? toDraftItem(before) : {}, row.item);
  return { against: row.basedOn, changes: changes.filter(({ path }) => path !== 'version' && path !== 'effectiveFrom') };
};

export const publishDraft: Action<typeof contract.publishDraft> = async (act, { draftId, version, effectiveFrom }) => {
  const { tx } = act;
  await lockCatalogue(tx);
  const found = await lockFor(tx, { draftId, version });
  if (isRefusal(found)) return found;
  const [newest] = await listVersions(tx, found.code);
  const next = (newest?.version ?? 0) + 1;
  const loaded = readDraft({ ...found.item, version: next, effectiveFrom });
  if (isRefusal(loaded)) return refuse('item_has_errors', { problems: problemsOfDraft(found.item) });
  const { item } = loaded;
  if (effectiveFrom < todayAt(act.now)[item.jurisdiction])
    return refuse('begins_in_the_past', { today: todayAt(act.now)[item.jurisdiction] });
  const errors = checkItem(item).filter((problem) => problem.level === 'error');
  if (errors.length > 0) return refuse('item_has_errors', { problems: errors });
  const before = newest && (await findVersion(tx, found.code, newest.version));
  const held = newest && (await findItemVersion(tx, found.code, newest.version));
  if (held?.limits.whenPassed && held.limits.whenPassed !== item.limits.whenPassed)
    return refuse('silence_is_frozen', { whenPassed: held.limits.whenPassed });
  const { imported: _, ...own } = item;
  await publishVersions(act, [
    { item: own, region: before?.region ?? undefined, unitName: before?.unitName ?? undefined, popularity: before?.popularity },
  ]);
  await deleteDraft(tx, draftId);
  const published: CatalogueFacts['item_published'] = { itemCode: item.code, version: next, effectiveFrom };
  act.publish('item_published', published);
  return published;
};

type Seen = { readonly draftId: string; readonly version: number };

async function lockFor(tx: Act['tx'], { draftId, version }: Seen): Promise<DraftRow | Refusal<'not_found' | 'stale_version'>> {
  const row = await lockDraft(tx, draftId);
  if (!row) return refuse('not_found');
  return row.version === version ? row : refuse('stale_version', { version: row.version, updatedAt: row.updatedAt.toISOString() });
}

function toDraft({ draftId, code, basedOn, version, updatedAt, item }: DraftRow) {
  return { draftId, itemCode: code, basedOn, version, updatedAt: updatedAt.toISOString(), item, problems: problemsOfDraft(item) };
}
