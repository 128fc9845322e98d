import type { Act } from '#kernel/endpoint.ts';
import { isRefusal } from '#kernel/result.ts';
import type { WorkRow } from '../contract/read.ts';
import { listCases } from './read.ts';

type Listing = Parameters<typeof listCases>[1];
/** Reads something in a transaction of its own. */
export type Read = <T>(work: (act: Act) => Promise<T>) => Promise<T>;

const pageLength = 1000;

/** A whole work list page by page, due first: nobody waits for the last row, and nothing is held longer than a page. */
export async function* pagesOfList(read: Read, list: Listing): AsyncGenerator<readonly WorkRow[]> {
  for (let cursor: string | undefined; ; ) {
    const at = cursor;
    const found = await read((act) => listCases(act, { ...list, limit: pageLength, ...(at ? { cursor: at } : {}) }));
    if (isRefusal(found)) return;
    yield found.rows;
    if (!found.nextCursor) return;
    cursor = found.nextCursor;
  }
}
