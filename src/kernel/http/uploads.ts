import { type Actor, mayCall } from '../actor.ts';
import type { App, StoredFile } from '../app.ts';
import { type Refusal, refuse } from '../result.ts';
import { isStorageTrouble } from '../unavailable.ts';

type Sent = Parameters<NonNullable<App['uploads']>['store']>[0];

/** Puts a posted file away for somebody who may send one; nobody else's megabytes reach the store. */
export async function storeFile({ uploads, log }: App, actor: Actor, file: Sent): Promise<StoredFile | Refusal> {
  if (!uploads) return refuse('not_found');
  const allowed = mayCall(actor, uploads.endpoint.may);
  if (allowed !== 'yes') return refuse(allowed);
  try {
    return await uploads.store(file);
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    log.error({ cause: (error as Error).message }, 'the file store takes nothing');
    return refuse('storage_unavailable');
  }
}

const statusByCode: Record<string, number> = {
  not_found: 404,
  sign_in_needed: 401,
  forbidden: 403,
  too_large: 413,
  infected: 422,
  storage_unavailable: 503,
};

export function uploadStatus(code: string): number {
  return statusByCode[code] ?? 415;
}
