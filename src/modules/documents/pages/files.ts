import type { Act } from '#kernel/endpoint.ts';
import { isId } from '#kernel/ids.ts';
import { type File, page, type PageRequest } from '#kernel/page.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { wordsIn } from '../locales/index.ts';
import { findFile } from '../queries/files.ts';
import { type Look, sendStored } from '../send.ts';

/** My own files. Officers see a file through the case it stands in, never here. */
async function sendMine(act: Act, { params }: PageRequest, look: Look): Promise<File | Refusal> {
  const fileId = params['fileId'] ?? '';
  const file = isId(fileId) ? await findFile(act.tx, fileId) : undefined;
  return file && file.ownerId === act.actor.personId ? sendStored(act, fileId, look) : refuse('not_found');
}

function filePage(path: string, look: Look) {
  return page({
    path,
    shell: 'plain',
    may: 'signed-in',
    load: (act, request) => sendMine(act, request, look),
    title: (_, act) => wordsIn(act.language).files.title,
    view: () => null,
  });
}

export const files = [filePage('/files/:fileId', 'original'), filePage('/files/:fileId/view', 'view')];
