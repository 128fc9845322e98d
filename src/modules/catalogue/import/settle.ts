import type { Newest } from '../queries/versions.ts';
import type { Publication } from '../publish.ts';
import { type Doubt, isRejected } from './candidate.ts';
import type { ReadRow } from './to-item.ts';

type Settled = {
  readonly publications: readonly Publication[];
  readonly counts: { readonly accepted: number; readonly warned: number; readonly rejected: number };
  readonly doubts: readonly Doubt[];
};

/** What of a file is new: one item a code, nothing that is here already, nothing over what somebody has configured here. */
export function settle(rows: readonly ReadRow[], newestByCode: ReadonlyMap<string, Newest>): Settled {
  const firstByCode = new Map<string, { row: number; hash: string | undefined }>();
  const publications = rows.flatMap(({ publication, notes }) => {
    if (!publication || isRejected(notes)) return [];
    const { item, sourceHash } = publication;
    const first = firstByCode.get(item.code);
    if (first) {
      const facts = { itemCode: item.code, first: first.row };
      if (first.hash === sourceHash) notes.warn('row_repeated', facts);
      else notes.reject('code_repeated', facts);
      return [];
    }
    firstByCode.set(item.code, { row: notes.row, hash: sourceHash });
    const newest = newestByCode.get(item.code);
    if (newest?.sourceHash === sourceHash) return [];
    if (newest?.writtenHere) {
      notes.warn('configured_here', { itemCode: item.code, version: newest.version });
      return [];
    }
    return [{ ...publication, item: { ...item, version: newest ? newest.version + 1 : item.version } }];
  });
  return { publications, counts: countsOf(rows), doubts: rows.flatMap(({ notes }) => notes.doubts) };
}

function countsOf(rows: readonly ReadRow[]): Settled['counts'] {
  const rejected = rows.filter(({ notes }) => isRejected(notes)).length;
  const warned = rows.filter(({ notes }) => !isRejected(notes) && notes.doubts.length > 0).length;
  return { accepted: rows.length - rejected - warned, warned, rejected };
}
