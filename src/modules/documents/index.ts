import { defineModule } from '#kernel/module.ts';
import type { Tx } from '#kernel/db.ts';
import * as actions from './actions/files.ts';
import { listFiles, uploadFile } from './contract.ts';
import { listByIds } from './queries/files.ts';
import { whyUnusable, type WhyUnusable } from './rules.ts';
import { settings } from './settings.ts';

export { uploadFile as uploadEndpoint } from './contract.ts';
export { configureDocuments, type DocumentSettings, type DocumentTools } from './settings.ts';
export { storeUpload } from './store-upload.ts';

export const documentsModule = defineModule({
  name: 'documents',
  migrations: new URL('./migrations/', import.meta.url),
  contract: { uploadFile, listFiles },
  actions,
});

/** Which of these files cannot stand in this person's application, and why. */
export async function listUnusableFiles(
  tx: Tx,
  fileIds: readonly string[],
  personId: string,
): Promise<{ fileId: string; why: WhyUnusable }[]> {
  const byId = new Map((await listByIds(tx, fileIds)).map((file) => [file.fileId, file]));
  return fileIds.flatMap((fileId) => {
    const why = whyUnusable(byId.get(fileId), personId, settings().unscanned);
    return why ? [{ fileId, why }] : [];
  });
}
