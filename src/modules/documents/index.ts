import { defineModule } from '#kernel/module.ts';
import type { Tx } from '#kernel/db.ts';
import * as actions from './actions.ts';
import { toMyFile } from './actions/files.ts';
import { listFiles, type MyFile, uploadFile, verifyCode, verifyFile } from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { files } from './pages/files.ts';
import { verify } from './pages/verify.tsx';
import { listByIds, listSameContent } from './queries/files.ts';
import { checkups, reactions, routines } from './reactions.ts';
import { whyUnusable, type WhyUnusable } from './rules.ts';
import { settings } from './settings.ts';

export { uploadFile as uploadEndpoint } from './contract.ts';
export type { IssuedKind, MyFile, Scan } from './contract.ts';
export { listFiles as listMyFiles } from './actions/files.ts';
export { eraseFiles, eraseIssued, removeErased } from './erase.ts';
export { issueDocument, openIssued, previewPaper, revokeIssued } from './issue.ts';
export { wordsIn as documentWords } from './locales/index.ts';
export { listOwnFiles, type OwnFile } from './queries/export.ts';
export { type IssuedRow, listIssuedOf } from './queries/issued.ts';
export { type Look, sendStored } from './send.ts';
export type { Paper, PaperHead } from './sheets/paper.ts';
export { configureDocuments, type DocumentSettings, type DocumentTools, tools as documentTools } from './settings.ts';
export { storeUpload } from './store-upload.ts';

export const documentsModule = defineModule({
  name: 'documents',
  migrations: new URL('./migrations/', import.meta.url),
  contract: { uploadFile, listFiles, verifyCode, verifyFile },
  actions,
  pages: [...files, ...verify],
  reactions,
  routines,
  checkups,
  refusalWords: (language) => wordsIn(language).refusals,
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

/** The same contents handed in elsewhere, by whom; what very many have is a form, not a sign. */
export async function listCopies(tx: Tx, fileIds: readonly string[]): Promise<{ fileId: string; ownerId: string }[]> {
  return fileIds.length > 0 ? listSameContent(tx, fileIds) : [];
}

/** Names, sizes and scan states of the files a case or a form shows. A file that is lost or erased is not among them. */
export async function filesById(tx: Tx, fileIds: readonly string[]): Promise<ReadonlyMap<string, MyFile>> {
  const found = fileIds.length > 0 ? await listByIds(tx, fileIds) : [];
  return new Map(found.filter((file) => !file.gone).map((file) => [file.fileId, toMyFile(file)]));
}
