import { Notice } from '#ui/index.ts';
import { inboxPath, casePath, readTrail } from './address.ts';
import { type CaseProps, wordsOf } from './case-props.ts';

/** What was just done, and the way on: the next case of the list one came from. */
export function Done(props: CaseProps & { query: Readonly<Record<string, string>> }) {
  const { did } = props.query;
  if (!did || props.form) return null;
  return (
    <div class="flash">
      <Notice tone="ok" live title={doneText(did, props)}>
        <Onward {...props} />
      </Notice>
    </div>
  );
}

function doneText(did: string, props: CaseProps): string {
  const { after, messages, acts: names } = wordsOf(props);
  const acts: Readonly<Record<string, string>> = names;
  if (did === 'claim') return after.claimed;
  if (did === 'release') return after.released;
  return did === 'message' ? messages.sent : after.done(acts[did] ?? '');
}

function Onward(props: CaseProps) {
  const { trail, next } = props.data;
  const { after } = wordsOf(props);
  const list = readTrail(trail.list);
  if (!list) return null;
  return (
    <p class="onward">
      {next ? (
        <a href={casePath(next.caseNo, { list: trail.list })} data-key="n">
          {after.next}: {after.nextLabel(next.caseNo, next.itemName)}
        </a>
      ) : (
        <span>{after.last}</span>
      )}{' '}
      <a href={inboxPath(list)}>{after.list}</a>
    </p>
  );
}
