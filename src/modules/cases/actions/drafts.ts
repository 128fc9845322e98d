import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { invalid, isRefusal, refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import {
  checkAnswers,
  findItem,
  findItemVersion,
  isOwable,
  type Item,
  mostFiles,
  moveAnswers,
  neededSlots,
} from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { hasMandate } from '#modules/identity/index.ts';
import type * as contract from '../contract/apply.ts';
import {
  deleteDraft,
  type DraftRow,
  findDraft,
  findOpenDraft,
  insertDraft,
  listOpenDrafts,
  lockDraft,
  setDraft,
} from '../queries/draft.ts';
import { refuseDeclaring } from './declaring.ts';
import { whyNoItem, whyNotTaken } from './taken.ts';
import { refuseUnusable } from './usable-files.ts';

const toDraft = ({ personId: _, region: __, createdAt: ___, updatedAt, ...draft }: DraftRow): contract.Draft => ({
  ...draft,
  updatedAt: updatedAt.toISOString(),
});

export const startDraft: Action<typeof contract.startDraft> = async (act, { itemCode, channel = 'online', onBehalfOf = null }) => {
  const personId = act.actor.personId ?? '';
  const item = await findItem(act.tx, itemCode, act.now);
  if (!item) return whyNoItem(act, { itemCode });
  const open = await findOpenDraft(act.tx, personId, itemCode, onBehalfOf);
  if (open) return toDraft(open);
  const closed = await whyNotTaken(act, { item, channel });
  if (closed) return closed;
  if (onBehalfOf && !(await hasMandate(act.tx, { agentId: personId, principalId: onBehalfOf, itemCode, at: act.now })))
    return refuse('no_mandate');
  const region = (await getDirectory(act.tx)).regionOf(item.unit);
  await insertDraft(act.tx, {
    draftId: newId(),
    region,
    itemCode,
    itemVersion: item.version,
    personId,
    onBehalfOf,
    channel,
    createdAt: act.now,
  });
  if (onBehalfOf) act.publish('draft_started_for', { principalId: onBehalfOf, agentId: personId, itemCode });
  const draft = await findOpenDraft(act.tx, personId, itemCode, onBehalfOf);
  return draft ? toDraft(draft) : refuse('unknown_item');
};

export const listDrafts: Action<typeof contract.listDrafts> = async (act) => ({
  rows: (await listOpenDrafts(act.tx, act.actor.personId ?? '')).map(toDraft),
});

export const getDraft: Action<typeof contract.getDraft> = async (act, { draftId }) => {
  const draft = await findDraft(act.tx, draftId, act.actor.personId ?? '');
  return draft ? toDraft(draft) : refuse('not_found');
};

/** The draft under lock together with the item in force; answers given to an older version are moved over by their keys. */
async function openDraft(act: Act, draftId: string) {
  const draft = await lockDraft(act.tx, draftId, act.actor.personId ?? '');
  if (!draft) return refuse('not_found');
  if (draft.sentCaseNo) return refuse('sent_already', { caseNo: draft.sentCaseNo });
  const item = (await findItem(act.tx, draft.itemCode, act.now)) ?? (await findItemVersion(act.tx, draft.itemCode, draft.itemVersion));
  return item ? { draft: await moved(act, draft, item), item } : refuse('not_found');
}

async function moved(act: Act, draft: DraftRow, item: Item): Promise<DraftRow> {
  const before = item.version === draft.itemVersion ? undefined : await findItemVersion(act.tx, draft.itemCode, draft.itemVersion);
  return before ? { ...draft, answers: { ...moveAnswers(draft.answers, { from: before, to: item }).answers } } : draft;
}

async function save(
  act: Act,
  draft: DraftRow,
  item: Item,
  changed: Partial<Pick<DraftRow, 'answers' | 'slots' | 'delivery'>>,
): Promise<contract.Draft> {
  return toDraft(await setDraft(act.tx, { ...draft, ...changed, itemVersion: item.version, updatedAt: act.now }));
}

export const saveAnswer: Action<typeof contract.saveAnswer> = async (act, { draftId, key, value }) => {
  const opened = await openDraft(act, draftId);
  if (isRefusal(opened)) return opened;
  const { draft, item } = opened;
  const question = item.questions.find((candidate) => candidate.key === key);
  if (!question) return refuse('unknown_question', { key });
  const { showIf: _, ...asked } = question;
  const today = dayOf(act.now, item.jurisdiction === 'VN' ? 'Asia/Ho_Chi_Minh' : 'Asia/Shanghai');
  const { answers, problems } = checkAnswers({ sections: [], questions: [asked] }, { [key]: value ?? null }, { today });
  return problems.length > 0 ? invalid(problems) : save(act, draft, item, { answers: { ...draft.answers, ...answers } });
};

export const saveSlot: Action<typeof contract.saveSlot> = async (act, { draftId, slot, add = [], remove, owed, committed }) => {
  const opened = await openDraft(act, draftId);
  if (isRefusal(opened)) return opened;
  const { draft, item } = opened;
  const needed = neededSlots(item, draft.answers as never).find((candidate) => candidate.slot === slot || candidate.document.key === slot);
  if (!needed) return refuse('unknown_slot', { slot });
  if (owed && !isOwable(needed.document)) return refuse('owing_not_allowed', { slot });
  const unproven = committed && (await refuseDeclaring(act, { ...draft, documents: [needed.document] }));
  if (unproven) return unproven;
  const unusable = await refuseUnusable(act, add);
  if (unusable) return unusable;
  const { [slot]: before, ...others } = draft.slots;
  const fileIds = [...(before?.fileIds ?? []), ...add].filter((fileId, index, all) => fileId !== remove && all.indexOf(fileId) === index);
  if (fileIds.length > mostFiles(needed.document)) return refuse('too_many_files', { slot, max: mostFiles(needed.document) });
  const filling = owed ? { owed: true } : committed ? { committed: true } : fileIds.length > 0 ? { fileIds } : undefined;
  return save(act, draft, item, { slots: filling ? { ...others, [slot]: filling } : others });
};

export const saveDelivery: Action<typeof contract.saveDelivery> = async (act, { draftId, ...delivery }) => {
  const opened = await openDraft(act, draftId);
  if (isRefusal(opened)) return opened;
  if (delivery.way === 'courier') {
    const missing = (['name', 'phone', 'address'] as const).filter((field) => !delivery[field]?.trim());
    if (missing.length > 0) return invalid(missing.map((path) => ({ path, code: 'required', facts: {} })));
  }
  return save(act, opened.draft, opened.item, { delivery });
};

export const discardDraft: Action<typeof contract.discardDraft> = async (act, { draftId }) => {
  const draft = await lockDraft(act.tx, draftId, act.actor.personId ?? '');
  if (!draft) return refuse('not_found');
  if (draft.sentCaseNo) return refuse('sent_already', { caseNo: draft.sentCaseNo });
  await deleteDraft(act.tx, draftId);
  return { discarded: true };
};
