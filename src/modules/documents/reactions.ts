import type { Checkup, Job, Reaction, Routine } from '#kernel/module.ts';
import type { Scan } from './contract.ts';
import type { FileLost, FileReceived } from './facts.ts';
import { removeErased } from './erase.ts';
import { findWaiting, listKept, listLost, setLost } from './queries/files.ts';
import { scanFile } from './scan.ts';
import { tools } from './settings.ts';

const turnMs = 20_000;
const patienceMs = 60_000;
const checkedFiles = 5_000;

const scanOnReceipt: Reaction = {
  on: 'documents.file_received',
  name: 'scan',
  run: (job, { payload }) => scanFile(job, (payload as FileReceived).fileId),
};

const noteLoss: Reaction = {
  on: 'documents.file_lost',
  name: 'note-loss',
  run: async (job, { payload }) => {
    await job.transaction(({ tx, now }) => setLost(tx, (payload as FileLost).fileId, now));
  },
};

/**
 * Files whose first scan failed, the longest untried first, for as long as a turn may last. With a scanner in place it also takes up
 * what was received while there was none.
 */
export async function scanWaiting(job: Job): Promise<void> {
  const began = job.now();
  const scans: readonly Scan[] = tools().scanner.standIn ? ['pending'] : ['pending', 'not-scanned'];
  const before = new Date(began.getTime() - patienceMs);
  while (job.now().getTime() - began.getTime() < turnMs) {
    const waiting = await job.transaction(({ tx }) => findWaiting(tx, scans, before));
    if (!waiting) return;
    await scanFile(job, waiting.fileId);
  }
}

/** The newest files are looked for in the store; loss is told, not discovered by an officer. */
const filesAreThere: Checkup = {
  name: 'every file lies in the store',
  run: async ({ tx }) => {
    const missing: string[] = (await listLost(tx)).map(({ fileId }) => fileId);
    for (const { fileId, key } of await listKept(tx, checkedFiles)) if (!(await tools().store.has(key))) missing.push(fileId);
    return missing;
  },
};

export const reactions: readonly Reaction[] = [scanOnReceipt, noteLoss];
export const routines: readonly Routine[] = [
  { name: 'scan-waiting', everySeconds: 60, run: scanWaiting },
  { name: 'remove-erased', everySeconds: 600, run: removeErased },
];
export const checkups: readonly Checkup[] = [filesAreThere];
