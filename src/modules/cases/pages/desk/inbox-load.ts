import type { Act } from '#kernel/endpoint.ts';
import { type PageRequest, redirect } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { countViews, listCases } from '../../actions/read.ts';
import { listViews } from '../../actions/views.ts';
import { inboxPath, listQuery, readList } from './address.ts';
import { readResults } from './batch-results.ts';

const pageLength = 50;

export async function loadInbox(act: Act, { query }: PageRequest) {
  const list = readList(query);
  const cursor = query['cursor'];
  const found = await listCases(act, { ...list, limit: pageLength, ...(cursor ? { cursor } : {}) });
  if (isRefusal(found)) return redirect(inboxPath(list));
  const [counts, saved, directory] = [await countViews(act, {}), await listViews(act, {}), await getDirectory(act.tx)];
  const { byCode } = await getCatalogue(act.tx, act.now);
  return {
    ...found,
    list,
    cursor,
    counts: isRefusal(counts) ? {} : counts,
    saved: isRefusal(saved) ? [] : saved.rows,
    directory,
    zone: directory.zoneOf(directory.regions[0]?.code ?? 'CN'),
    itemName: list.item ? byCode.get(list.item)?.name : undefined,
    results: readResults(query),
  };
}
export type Inbox = Exclude<Awaited<ReturnType<typeof loadInbox>>, { redirect: string }>;

/** What an address keeps while something is done on the page: the filter and the place in it. */
export function kept({ query }: PageRequest): Record<string, string> {
  return { ...listQuery(readList(query)), ...(query['cursor'] ? { cursor: query['cursor'] } : {}) };
}
