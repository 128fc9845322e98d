import type { Tx } from '#kernel/db.ts';
import type { Job } from '#kernel/module.ts';
import { listToRemove, setFilesErased, setIssuedErased, setRemoved } from './queries/erased.ts';
import { tools } from './settings.ts';

const batchSize = 50;

/** Forgets files and a case's papers for good, the register of them stays. From the commit on nobody opens them; their bytes go with `removeErased`. */
export async function eraseFiles(tx: Tx, fileIds: readonly string[], now: Date): Promise<number> {
  return fileIds.length > 0 ? setFilesErased(tx, fileIds, now) : 0;
}
export function eraseIssued(tx: Tx, caseNo: string, now: Date): Promise<number> {
  return setIssuedErased(tx, caseNo, now);
}

/** Takes the bytes of what is erased out of the store. Ended in the middle, it begins again where it was. */
export async function removeErased(job: Job): Promise<void> {
  for (;;) {
    const batch = await job.transaction(({ tx }) => listToRemove(tx, batchSize));
    if (batch.length === 0) return;
    for (const key of batch.flatMap(({ keys }) => keys)) await tools().store.remove(key);
    const ids = batch.map(({ id }) => id);
    await job.transaction(({ tx, now }) => setRemoved(tx, ids, now));
  }
}
