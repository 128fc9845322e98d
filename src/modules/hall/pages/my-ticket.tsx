import type { Act } from '#kernel/endpoint.ts';
import { form, page, type PageRequest, type View } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { Actions, Button, Choice, Errors, Facts, formErrors, Form, Notice, Section, TextArea, valueOf } from '#ui/index.ts';
import { ticketByToken } from '../actions/tickets.ts';
import { rateTicket } from '../contract.ts';
import { queueWords } from '../locales/queue/index.ts';
import { shown } from './shown.ts';

type Data = NonNullable<Awaited<ReturnType<typeof ticketByToken>>>;

async function load(act: Act, { params }: PageRequest) {
  return (await ticketByToken(act, params['token'] ?? '')) ?? refuse('not_found');
}

/** What the square on the ticket leads to: the place in the queue as a range, the window once it is called, and a rating afterwards. */
const view: View<Data> = ({ data: { ticket, now }, act, form: posted }) => {
  const { mine, states, refusals } = queueWords(act.language);
  const stream = `/api/v1/hall/${ticket.venue}/events`;
  return (
    <>
      <div id="my-ticket" data-island="live" data-live={stream} data-stale={mine.stale}>
        <h1>{mine.title(ticket.ticketNo)}</h1>
        <p class="hint">{now.groupName || now.group}</p>
        <p class="status mt-4" role="status">
          <b>{now.windowNo && ticket.state === 'called' ? mine.goTo(shown(now.windowNo)) : states[ticket.state]}</b>
        </p>
        {ticket.state === 'waiting' && <Waiting now={now} act={act} />}
        {(ticket.state === 'missed' || ticket.state === 'parked') && <Notice title={mine.comeBack} />}
      </div>
      {ticket.state === 'done' && (
        <Section title={mine.rate}>
          {ticket.rating === null ? (
            <>
              <Errors errors={formErrors(act.language, posted, { own: refusals, labels: { level: mine.rate } })} />
              <Form act="rate">
                <Choice
                  name="level"
                  label={mine.how}
                  options={([5, 4, 3, 2, 1] as const).map((level) => ({ value: String(level), label: mine.levels[level] }))}
                  value={valueOf(posted, 'level')}
                />
                <TextArea name="comment" label={mine.comment} value={valueOf(posted, 'comment')} />
                <Actions>
                  <Button>{mine.send}</Button>
                </Actions>
              </Form>
            </>
          ) : (
            <p>{mine.thanks(mine.levels[ticket.rating as 5])}</p>
          )}
        </Section>
      )}
    </>
  );
};

function Waiting({ now, act }: { now: Data['now']; act: Act }) {
  const { mine, wait } = queueWords(act.language);
  return (
    <Facts
      facts={[
        { label: mine.ahead, value: now.ahead },
        {
          label: mine.wait,
          value: now.waitMinutes ? wait.minutes(now.waitMinutes.p50, now.waitMinutes.p90) : wait.unknown,
          note: mine.waitHint,
        },
      ]}
    />
  );
}

export const myTicketPage = page({
  path: '/q/:token',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  islands: ['live', 'submit-once'],
  load,
  title: ({ ticket }, act) => queueWords(act.language).mine.title(ticket.ticketNo),
  view,
  forms: { rate: form(rateTicket, (_, { path }) => path) },
});
