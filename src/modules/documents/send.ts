import type { Act } from '#kernel/endpoint.ts';
import { type File, sendFile } from '#kernel/page.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import type { FileLost } from './facts.ts';
import { type FileRow, findFile } from './queries/files.ts';
import { whyHeld, type WhyHeld } from './rules.ts';
import { settings } from './settings.ts';
import { readObject, readStored } from './stored.ts';

export type Look = 'original' | 'view';
export type SendRefusal = Refusal<'not_found' | 'not_viewable' | 'file_lost' | WhyHeld>;

/**
 * A file as an answer: the original for saving, or the viewing copy for looking at. Whether the reader may see it is the caller's question;
 * that nobody opens what the scanner has not passed is answered here.
 */
export async function sendStored(act: Act, fileId: string, look: Look): Promise<File | SendRefusal> {
  const file = await findFile(act.tx, fileId);
  if (!file || file.gone) return refuse(file ? 'file_lost' : 'not_found');
  const held = whyHeld(file.scan, settings().unscanned);
  if (held) return refuse(held, { name: file.name });
  return look === 'view' ? sendView(act, file) : sendOriginal(act, file);
}

async function sendOriginal(act: Act, file: FileRow): Promise<File | SendRefusal> {
  const content = await readStored(file);
  return content ? sendFile({ send: content, type: file.mediaType, fileName: file.name }) : lost(act, file);
}

async function sendView(act: Act, file: FileRow): Promise<File | SendRefusal> {
  if (!file.viewKey || !file.viewType) return refuse('not_viewable', { name: file.name });
  const isOriginal = file.viewKey === file.key;
  const content = await (isOriginal ? readStored(file) : readObject(file.viewKey));
  if (content) return sendFile({ send: content, type: file.viewType });
  return isOriginal ? lost(act, file) : refuse('not_viewable', { name: file.name });
}

/** Reading cannot write, so that it is lost becomes a fact. */
function lost(act: Act, { fileId, ownerId, name }: FileRow): SendRefusal {
  act.publish('documents.file_lost', { fileId, ownerId, name } satisfies FileLost);
  return refuse('file_lost', { name });
}
