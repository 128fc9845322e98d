import { form, page, type View } from '#kernel/page.ts';
import { Actions, Button, Empty, Errors, formErrors, Form, Section, Tag, Topline } from '#ui/index.ts';
import {
  callNext,
  closeWindow,
  countPeople,
  finish,
  move,
  noShow,
  openWindow,
  park,
  pauseWindow,
  recall,
  returnTicket,
  serve,
} from '../../contract.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { shown } from '../shown.ts';
import { type AtMyWindow, type Choosing, type Data, load } from './load.ts';
import { QueueColumn } from './queue-column.tsx';
import { StateBar } from './state-bar.tsx';
import { ChecklistColumn, VisitorColumn } from './visitor.tsx';

const view: View<Data> = ({ data, act, form: posted }) => {
  const { window: words, refusals } = queueWords(act.language);
  const errors = formErrors(act.language, posted, { own: refusals });
  if ('choosing' in data)
    return (
      <>
        <Topline title={words.title} />
        <div class="body">
          <Errors errors={errors} />
          <Choose choosing={data.choosing} words={words} />
        </div>
      </>
    );
  return (
    <>
      <StateBar at={data.at} act={act} />
      {errors.length > 0 && (
        <div class="body">
          <Errors errors={errors} />
        </div>
      )}
      <Columns at={data.at} act={act} />
    </>
  );
};

function Columns({ at, act }: { at: AtMyWindow; act: Parameters<typeof QueueColumn>[0]['act'] }) {
  const { window: words } = queueWords(act.language);
  const stream = `/api/v1/hall/${at.plan.venue}/events`;
  return (
    <div class="three">
      <section id="window-queue" aria-label={words.queue} data-island="live" data-live={stream} data-stale={words.stale}>
        <QueueColumn at={at} act={act} />
      </section>
      <section aria-label={words.visitor}>
        <VisitorColumn at={at} act={act} />
      </section>
      <section aria-label={words.papers}>
        <ChecklistColumn at={at} act={act} />
      </section>
    </div>
  );
}

/** Sit down: the window named in the directory first. */
function Choose({ choosing: { plan, windows, own }, words }: { choosing: Choosing; words: ReturnType<typeof queueWords>['window'] }) {
  if (!plan) return <Empty text={words.noHall} />;
  const sorted = [...windows].sort((a, b) => Number(b.windowId === own) - Number(a.windowId === own));
  return (
    <Section title={words.choose}>
      <ul class="rows">
        {sorted.map((window) => (
          <li key={window.windowId}>
            <div class="row">
              <span class="t">
                {words.no(shown(window.windowNo))}
                <small>
                  {[...window.groups.map((group) => words.group(group)), ...(window.special ? [words.special] : [])].join(' · ')}
                </small>
              </span>
              {window.officerName ? (
                <Tag>{window.officerName}</Tag>
              ) : (
                <Form act="open" hidden={{ windowId: window.windowId }}>
                  <Actions>
                    <Button look={window.windowId === own ? 'primary' : 'second'} size="small">
                      {words.open}
                    </Button>
                  </Actions>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const here = () => '/desk/window';

/** W1: the window beside the work on cases. Everything is a form, so it works without JavaScript too. */
export const windowPage = page({
  path: '/desk/window',
  shell: 'desk',
  may: ['window', 'reviewer'],
  islands: ['live', 'submit-once', 'since'],
  load,
  title: (data, act) => {
    const { window: words } = queueWords(act.language);
    return 'at' in data ? `${words.no(shown(data.at.window.windowNo))} · ${data.at.window.ticketNo ?? words.free}` : words.title;
  },
  view,
  forms: {
    open: form(openWindow, here),
    pause: form(pauseWindow, here),
    close: form(closeWindow, here),
    call: form(callNext, here),
    recall: form(recall, here),
    serve: form(serve, here),
    people: form(countPeople, here),
    finish: form(finish, here),
    missed: form(noShow, here),
    park: form(park, here),
    move: form(move, here, movedFields),
    back: form(returnTicket, here),
  },
});

/** One list offers groups and windows alike. */
function movedFields({ to, ...fields }: Readonly<Record<string, unknown>>): unknown {
  const target = typeof to === 'string' ? to : '';
  const [kind, value] = target.split(':', 2);
  return { ...fields, ...(kind === 'group' ? { group: value } : kind === 'window' ? { toWindowId: value } : {}) };
}
