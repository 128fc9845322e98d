import type { Act } from '#kernel/endpoint.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { listUnusableFiles } from '#modules/documents/index.ts';

/** Files that are not the sender's own, not found or not clean stand in no application and no message. */
export async function refuseUnusable(act: Act, fileIds: readonly string[]): Promise<Refusal<'files_unusable'> | undefined> {
  const files = fileIds.length > 0 ? await listUnusableFiles(act.tx, fileIds, act.actor.personId ?? '') : [];
  return files.length > 0 ? refuse('files_unusable', { files }) : undefined;
}
