import { formatBytes, Tag, Thumbs, usePage } from '#ui/index.ts';
import type { MyFile } from '#modules/documents/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import type { ComponentChildren } from 'preact';

/** Files that were sent, with a picture where there is one to see, and what the scanner said. */
export function KeptFiles({ files, action }: { files: readonly MyFile[]; action?: (file: MyFile) => ComponentChildren }) {
  const { language } = usePage();
  const words = portalWords(language).papers;
  if (files.length === 0) return null;
  return (
    <Thumbs
      thumbs={files.map((file) => ({
        ...(file.viewable && file.mediaType.startsWith('image/') ? { src: `/files/${file.fileId}/view` } : {}),
        alt: file.name,
        caption: (
          <>
            <span class="break">{file.name}</span> · {formatBytes(file.bytes, language)}
            {file.scan === 'pending' && <Tag tone="info">{words.checking}</Tag>}
            {file.scan === 'infected' && <Tag tone="bad">{words.infected}</Tag>}
            {file.scan === 'unreadable' && <Tag tone="bad">{words.unreadable}</Tag>}
            <span class="acts">
              {file.viewable && (
                <a href={`/files/${file.fileId}/view`}>
                  {words.view}
                  <span class="hide"> {file.name}</span>
                </a>
              )}
              {action?.(file)}
            </span>
          </>
        ),
      }))}
    />
  );
}
