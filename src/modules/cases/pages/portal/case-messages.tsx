import type { FormState } from '#kernel/page.ts';
import type { MyFile } from '#modules/documents/index.ts';
import { Button, errorOf, FileInput, type FieldError, Form, formatInstant, Section, TextArea, usePage, valueOf } from '#ui/index.ts';
import type { MessageRow } from '../../queries/lists.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { KeptFiles } from './kept-files.tsx';
import { uploadPath } from './posted-paper.ts';

export type MessagesProps = {
  messages: readonly MessageRow[];
  files: ReadonlyMap<string, MyFile>;
  zone: string;
  idempotencyKey: string;
  posted: FormState | undefined;
  errors: readonly FieldError[];
  /** A case that has ended takes no more messages. */
  isOpen: boolean;
};

/** The talk with the office, oldest first, and a form that takes words and pictures. */
export function CaseMessages({ messages, files, zone, idempotencyKey, posted, errors, isOpen }: MessagesProps) {
  const { language } = usePage();
  const words = portalWords(language).case;
  return (
    <Section title={words.messages} id="messages">
      {messages.length === 0 && <p class="muted">{words.noMessages}</p>}
      {messages.map((message) => (
        <article key={message.messageId} class="sheet mt-4">
          <p class="small muted">
            <b>{message.fromOffice ? `${words.fromOffice} · ${message.authorName}` : words.you}</b>{' '}
            <time dateTime={message.at.toISOString()}>{formatInstant(message.at, language, { zone, look: 'short' })}</time>
          </p>
          <p class="pre">{message.body}</p>
          <KeptFiles files={message.fileIds.flatMap((fileId) => files.get(fileId) ?? [])} />
        </article>
      ))}
      {isOpen && (
        <Form act="message" idempotencyKey={idempotencyKey} files>
          <div class="mt-5">
            <TextArea
              name="body"
              label={words.messageLabel}
              hint={words.messageHint}
              value={valueOf(posted, 'body', '')}
              error={errorOf(errors, 'body')}
            />
            <FileInput name="fileIds" label={words.messageFiles} upload={uploadPath} optional error={errorOf(errors, 'fileIds')} />
          </div>
          <p class="mt-4">
            <Button look="second">{words.send}</Button>
          </p>
        </Form>
      )}
    </Section>
  );
}
