import type { Act, Action, Input, Output } from '#kernel/endpoint.ts';
import { keptAnswer } from '#kernel/kept-answer.ts';
import { pickText, textIn } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type Channels, type ChannelStates, readChannels, subjectOf } from '../channel-reader.ts';
import type * as contract from '../contract/items.ts';
import type { CatalogueFacts } from '../facts.ts';
import { type Catalogue, getCatalogue, itemOf, placed, todayAt } from '../held.ts';
import { findInForce, findVersion, type ListedItem, listVersions, lockCatalogue, setRetired } from '../queries/items.ts';
import { touchCatalogue } from '../publish.ts';
import { directoryNamesOf, passes } from '../rules/listing.ts';
import { complete, search, suggest } from '../rules/search/query.ts';

const usualLimit = 20;

type ListInput = Input<typeof contract.listItems>;
type ItemList = Output<typeof contract.listItems>;

/** People ask for the same things: what was answered lately is held while neither the catalogue nor any channel has changed. */
const mostAnswers = 500;
const longestHeld = 50;
let held: { readonly of: Sources; readonly answers: Map<string, ItemList> } | undefined;
type Sources = { readonly catalogue: Catalogue; readonly channels: Channels };

export const listItems: Action<typeof contract.listItems> = async (act, input) => {
  const of = { catalogue: await getCatalogue(act.tx, act.now), channels: await readChannels(act.tx, act.now) };
  const { q, ...rest } = input;
  const query = q?.trim();
  const asked: ListInput = query ? { ...rest, q: query } : rest;
  const answer = (input.limit ?? usualLimit) > longestHeld ? findItems(act, of, asked) : heldItems(act, of, asked);
  if (query && answer.total === 0 && !Number(input.cursor ?? 0)) askedInVain(act, query);
  return answer;
};

function heldItems(act: Act, of: Sources, input: ListInput): ItemList {
  if (held?.of.catalogue !== of.catalogue || held.of.channels !== of.channels) held = { of, answers: new Map() };
  const { answers } = held;
  const key = JSON.stringify([act.language, ...Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))]);
  const answer = answers.get(key) ?? keptAnswer(findItems(act, of, input));
  answers.delete(key);
  answers.set(key, answer);
  if (answers.size > mostAnswers) answers.delete(answers.keys().next().value as string);
  return answer;
}

function findItems(
  act: Act,
  { catalogue, channels }: Sources,
  { q: query, channel, limit = usualLimit, cursor, ...filter }: ListInput,
): ItemList {
  const wanted = (item: ListedItem) => passes(item, filter) && (!channel || channels.has(item, channel));
  const offset = Number(cursor ?? 0);
  const { total, page } = query ? searched() : listed();
  return {
    rows: page.map((item) => toRow(item, act, channels.statesOf(item))),
    nextCursor: offset + page.length < total ? String(offset + page.length) : null,
    total,
  };

  function listed() {
    const rows = catalogue.items.filter(wanted);
    return { total: rows.length, page: rows.slice(offset, offset + limit) };
  }
  function searched() {
    const accept = (id: number) => wanted(catalogue.items[id] as ListedItem);
    const { total: count, hits } = search(catalogue.index, query as string, { filter: { accept }, limit, offset });
    return { total: count, page: hits.map(({ id }) => catalogue.items[id] as ListedItem) };
  }
}

function toRow(item: ListedItem, { language }: Act, channels: ChannelStates) {
  const { code: itemCode, kind, statutoryDays, promisedDays, visits } = item;
  return {
    itemCode,
    name: textIn(item.name, language),
    unitName: textIn(item.unitName ?? undefined, language),
    kind,
    statutoryDays,
    promisedDays,
    visits,
    channels,
  };
}

/** Numbers are left out: people paste identity numbers into search boxes. */
function askedInVain({ publish, language }: Act, query: string): void {
  const words = query.replace(/\d{5,}/g, '…').slice(0, 60);
  if ([...words].length > 1) publish('item_not_found', { words, language } satisfies CatalogueFacts['item_not_found']);
}

export const getItem: Action<typeof contract.getItem> = async ({ tx, now, language }, { itemCode, version }) => {
  const row = version ? await findVersion(tx, itemCode, version) : await findInForce(tx, itemCode, todayAt(now));
  if (!row) return refuse('not_found');
  const item = await itemOf(tx, row);
  const channels = await readChannels(tx, now);
  const { unitName, region } = placed({ ...row, unitCode: item.unit }, await getDirectory(tx));
  return {
    ...item,
    itemCode,
    unitName: textIn(unitName ?? undefined, language),
    channelStates: channels.statesOf(subjectOf(item, region)),
    directories: directoryNamesOf(item),
  };
};

export const listItemVersions: Action<typeof contract.listItemVersions> = async ({ tx }, { itemCode }) => {
  const rows = await listVersions(tx, itemCode);
  if (rows.length === 0) return refuse('not_found');
  return {
    rows: rows.map(({ version, state, effectiveFrom, effectiveTo }) => ({ version, state, effectiveFrom, effectiveTo })),
    nextCursor: null,
  };
};

export const suggestItems: Action<typeof contract.suggestItems> = async ({ tx, now, language }, { q }) => {
  const { index, items } = await getCatalogue(tx, now);
  const found = complete(index, q);
  const rows = (found.length > 0 ? found : suggest(index, q)).map(({ id }) => {
    const { code, name } = items[id] as ListedItem;
    const { text, language: written } = pickText(name, language);
    return { itemCode: code, name: text, language: written };
  });
  return { rows, found: found.length > 0 };
};

export const retireItem: Action<typeof contract.retireItem> = async (act, { itemCode, version, lastDay, successor }) => {
  const { tx } = act;
  await lockCatalogue(tx);
  const [newest] = await listVersions(tx, itemCode);
  if (!newest) return refuse('not_found');
  if (newest.version !== version) return refuse('stale_version', { version: newest.version });
  if (successor && (await listVersions(tx, successor)).length === 0) return refuse('successor_unknown', { successor });
  await setRetired(tx, itemCode, { lastDay, successor });
  await touchCatalogue(act);
  act.publish('item_retired', { itemCode, lastDay, ...(successor && { successor }) } satisfies CatalogueFacts['item_retired']);
  return { itemCode, effectiveTo: lastDay };
};
