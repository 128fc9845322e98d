import { Actions, Button, Empty, errorOf, Errors, FileInput, Form, formErrors, TextArea, valueOf } from '#ui/index.ts';
import { casesWords } from '../../locales/index.ts';
import type { MessageRow } from '../../queries/lists.ts';
import { endStates } from '../../rules/states.ts';
import { casePath } from './address.ts';
import { type CaseProps, keeping, timeText, wordsOf } from './case-props.ts';
import { Pane } from './pane.tsx';

export function MessagesTab(props: CaseProps) {
  const { messages, file } = props.data;
  const words = wordsOf(props).messages;
  const isOver = endStates.includes(file.state) && file.state !== 'closed';
  return (
    <Pane label={wordsOf(props).tabs.messages}>
      {messages.length === 0 ? (
        <Empty text={words.none} />
      ) : (
        <ol class="messages">
          {messages.map((message) => (
            <Message key={message.messageId} message={message} {...props} />
          ))}
        </ol>
      )}
      {isOver ? <p class="muted">{words.ended}</p> : <Write {...props} />}
    </Pane>
  );
}

function Message({ message, ...props }: CaseProps & { message: MessageRow }) {
  const words = wordsOf(props).messages;
  const { file, files } = props.data;
  return (
    <li class={message.fromOffice ? 'ours' : 'theirs'}>
      <p class="small muted">
        {message.fromOffice ? words.office : words.citizen} · {message.authorName} · {timeText(message.at, props)}
      </p>
      <p class="lines">{message.body}</p>
      {message.fileIds.map((fileId) => (
        <p key={fileId}>
          <a href={casePath(`${file.caseNo}/files/${fileId}`)}>{files.get(fileId)?.name ?? fileId.slice(0, 8)}</a>
        </p>
      ))}
    </li>
  );
}

function Write(props: CaseProps) {
  const words = wordsOf(props).messages;
  const form = props.form?.name === 'message' ? props.form : undefined;
  const errors = formErrors(props.act.language, form, { own: casesWords(props.act.language).refusals, labels: { body: words.write } });
  return (
    <Form act="message" keep={keeping(props)} files idempotencyKey={`${props.act.requestId}`}>
      <Errors errors={errors} />
      <TextArea
        name="body"
        label={words.write}
        hint={words.hint}
        rows={4}
        maxlength={4000}
        value={valueOf(form, 'body')}
        error={errorOf(errors, 'body')}
      />
      <FileInput name="fileIds" label={words.files} optional />
      <Actions>
        <Button size="big">{words.send}</Button>
      </Actions>
    </Form>
  );
}
