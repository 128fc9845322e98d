import type { ComponentChildren } from 'preact';
import { Notice } from '#ui/index.ts';
import type { Slots } from '../../contract/types.ts';
import type { LogEntry } from '../../queries/case.ts';
import { Answer } from '../portal/answer-text.tsx';
import { type CaseProps, here, wordsOf } from './case-props.ts';
import { nameOfPath } from './paper-names.ts';

/** The answer to the last correction, as long as no new one was asked. */
export function lastAnswer(log: readonly LogEntry[]): LogEntry | undefined {
  const last = log.findLast(({ act }) => act === 'answer-correction' || act === 'ask-correction');
  return last?.act === 'answer-correction' ? last : undefined;
}

/** Only what was changed, the old beside the new, so that nobody has to read the whole application again. */
export function Corrected(props: CaseProps) {
  const answer = lastAnswer(props.data.log);
  if (!answer) return null;
  const words = wordsOf(props).corrected;
  const changed = (answer.detail['changed'] ?? []) as readonly string[];
  const flags = props.data.file.correction?.flags ?? [];
  const untouched = flags.filter(({ path }) => !changed.includes(path));
  return (
    <section class="corrected" aria-labelledby="corrected-title">
      <h2 id="corrected-title">{words.title(changed.length)}</h2>
      {answer.reason && (
        <Notice title={words.contest}>
          <p class="lines">{answer.reason}</p>
        </Notice>
      )}
      <ul>
        {changed.map((path) => (
          <Change
            key={path}
            path={path}
            before={beforeOf(path, answer, props)}
            asked={flags.find((flag) => flag.path === path)?.note}
            {...props}
          />
        ))}
        {untouched.map(({ path, note }) => (
          <li key={path}>
            <b>{nameOfPath(path, props)}</b> <small>{`${words.untouched}: ${note}`}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The value the correction replaced. */
function beforeOf(path: string, answer: LogEntry, { data: { log } }: CaseProps): unknown {
  const kept = answer.detail['before'] as Readonly<Record<string, unknown>> | undefined;
  if (kept) return kept[path];
  const [kind = '', ...key] = path.split('.');
  return (log[0]?.detail[kind] as Readonly<Record<string, unknown>> | undefined)?.[key.join('.')];
}

function Change({ path, before, asked, ...props }: CaseProps & { path: string; before: unknown; asked: string | undefined }) {
  const words = wordsOf(props).corrected;
  const { file } = props.data;
  const isPaper = path.startsWith('slots.');
  const key = path.slice(path.indexOf('.') + 1);
  const now = isPaper ? file.slots[key] : file.answers[key];
  const show = (value: unknown) =>
    isPaper ? <Files filling={value as Slots[string] | null} paper={key} {...props} /> : <Value path={key} value={value} {...props} />;
  return (
    <li>
      <b>{nameOfPath(path, props)}</b>
      {asked && <small>{`${words.asked}: ${asked}`}</small>}
      <dl class="pair">
        <dt>{words.before}</dt>
        <dd>
          <del>{show(before)}</del>
        </dd>
        <dt>{words.after}</dt>
        <dd>
          <ins>{show(now)}</ins>
        </dd>
      </dl>
    </li>
  );
}

function Value({ path, value, ...props }: CaseProps & { path: string; value: unknown }): ComponentChildren {
  const question = props.data.situation.item.questions.find(({ key }) => key === path);
  if (!question || value === undefined || value === null) return wordsOf(props).corrected.nothing;
  return <Answer question={question} value={value} language={props.act.language} />;
}

function Files({ filling, paper, ...props }: CaseProps & { filling: Slots[string] | null | undefined; paper: string }): ComponentChildren {
  const words = wordsOf(props);
  if (!filling) return words.corrected.nothing;
  if (filling.owed) return words.papers.states.owed;
  if (filling.credentialId) return words.papers.states.credential;
  return (filling.fileIds ?? []).map((fileId) => (
    <a key={fileId} href={here(props, { tab: 'documents', paper, file: fileId })}>
      {props.data.files.get(fileId)?.name ?? fileId.slice(0, 8)}{' '}
    </a>
  ));
}
