import { existsSync, readFileSync } from 'node:fs';
import { page, sendFile } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { findHeldItem } from '../../held.ts';
import { flowSvg } from '../../rules/flow-svg.ts';
import { flowWords } from './guide/course.tsx';
import { uploadOf } from './guide/papers.tsx';

const folder = new URL('../../../../../data/catalogue/papers/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const nothing = { title: () => '', view: () => null };

/** The flow as a picture, to save, to print large, or to put into another page. */
export const flowPicture = page({
  path: '/services/:code/flow.svg',
  shell: 'portal',
  may: 'anyone',
  load: async ({ tx, now, language }, { params }) => {
    const found = await findHeldItem(tx, params['code'] ?? '', now);
    if (!found) return refuse('not_found');
    return sendFile({ send: flowSvg(found.item, language, flowWords(await getDirectory(tx), language)), type: 'image/svg+xml' });
  },
  ...nothing,
});

/** Only files that the item itself names as sample or blank; blanks are for saving. */
export const paperFile = page({
  path: '/services/:code/papers/:file',
  shell: 'portal',
  may: 'anyone',
  load: async ({ tx, now }, { params }) => {
    const found = await findHeldItem(tx, params['code'] ?? '', now);
    const name = params['file'] ?? '';
    const uploads = found?.item.documents.map(uploadOf) ?? [];
    const isNamed = uploads.some((upload) => upload?.sample === name || upload?.template === name);
    const file = new URL(name, folder);
    if (!isNamed || !existsSync(file)) return refuse('not_found');
    const isBlank = uploads.some((upload) => upload?.template === name);
    return sendFile({
      send: readFileSync(file),
      type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      ...(isBlank ? { fileName: name } : {}),
    });
  },
  ...nothing,
});
