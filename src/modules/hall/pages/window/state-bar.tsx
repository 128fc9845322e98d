import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { Button, Form, formatClock } from '#ui/index.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { discipline } from '../../rules/queue.ts';
import { shown } from '../shown.ts';
import type { AtMyWindow } from './load.ts';

type Props = { readonly at: AtMyWindow; readonly act: Act };

/** What the window is doing, since when, how many stand at it, and what can be done next. */
export function StateBar({ at, act }: Props) {
  const { window } = at;
  const { window: words } = queueWords(act.language);
  const state = window.state === 'paused' ? 'paused' : window.ticket?.state === 'serving' ? 'serving' : window.ticket ? 'called' : 'free';
  const since = window.ticket ? (window.ticket.servingAt ?? window.ticket.calledAt) : window.since;
  return (
    <div class={state === 'paused' ? 'winstate paused' : 'winstate'}>
      <div>
        <small>{words.no(shown(window.windowNo))}</small>
        <h1 class="t">{words.states[state]}</h1>
      </div>
      {window.ticketNo && <div class="big">{window.ticketNo}</div>}
      {since && (
        <div>
          <small>{words.since}</small>
          <span class="t" data-island="since" data-since={since}>
            {formatClock(Math.max(0, (act.now.getTime() - Date.parse(since)) / 1000))}
          </span>
        </div>
      )}
      <People at={at} act={act} />
      <div class="acts">
        <Acts at={at} act={act} state={state} />
      </div>
    </div>
  );
}

/** At most two (or what the plan says): amber when it is full, and nobody more is called. */
function People({ at: { window }, act }: Props) {
  const { window: words } = queueWords(act.language);
  const hidden = { windowId: window.windowId, version: window.version };
  return (
    <div class={window.people >= window.personCap ? 'people full' : 'people'}>
      <small>{words.people}</small>
      <span class="t">{words.peopleOf(window.people, window.personCap)}</span>
      <span class="steps">
        <Form act="people" hidden={{ ...hidden, people: Math.max(0, window.people - 1) }}>
          <button class="btn second small" type="submit" aria-label={words.oneLess} disabled={window.people === 0}>
            −
          </button>
        </Form>
        <Form act="people" hidden={{ ...hidden, people: window.people + 1 }}>
          <button class="btn second small" type="submit" aria-label={words.oneMore}>
            +
          </button>
        </Form>
      </span>
    </div>
  );
}

function Acts({ at: { window }, act, state }: Props & { state: 'free' | 'called' | 'serving' | 'paused' }) {
  const { window: words } = queueWords(act.language);
  const hidden = { windowId: window.windowId, version: window.version };
  if (state === 'paused')
    return (
      <>
        <One act="close" label={words.leave} hidden={hidden} look="second" />
        <One act="open" label={words.goOn} hidden={hidden} shortcut="n" />
      </>
    );
  if (state === 'free')
    return (
      <>
        <One act="close" label={words.leave} hidden={hidden} look="second" />
        <One act="pause" label={words.pause} hidden={hidden} look="second" />
        <One act="call" label={words.call} hidden={hidden} shortcut="n" once />
      </>
    );
  if (state === 'called')
    return (
      <>
        <One act="missed" label={words.missed} hidden={hidden} look="second" />
        <One
          act="recall"
          label={words.recall(window.ticket?.calls ?? 0, discipline.mostCalls)}
          hidden={hidden}
          look="second"
          shortcut="r"
        />
        <One act="serve" label={words.serve} hidden={hidden} shortcut="s" />
      </>
    );
  return (
    <>
      <One act="finish" label={words.finish} hidden={hidden} look="second" />
      <One act="finish" label={words.finishNext} hidden={{ ...hidden, next: 'true' }} shortcut="f" />
    </>
  );
}

type OneProps = { act: string; label: string; hidden: Record<string, string | number>; look?: 'second'; shortcut?: string; once?: boolean };

function One({ act, label, hidden, look, shortcut, once }: OneProps) {
  return (
    <Form act={act} hidden={hidden} idempotencyKey={once ? newId() : undefined}>
      <Button {...(look ? { look } : { size: 'big' as const })} shortcut={shortcut}>
        {label}
      </Button>
    </Form>
  );
}
