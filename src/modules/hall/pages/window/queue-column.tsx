import type { Act } from '#kernel/endpoint.ts';
import { Button, Empty, Form, formatDay, formatDuration, formatTime } from '#ui/index.ts';
import type { QueueRow } from '../../contract/tickets.ts';
import { queueWords } from '../../locales/queue/index.ts';
import type { AtMyWindow } from './load.ts';

const shownRows = 12;

/** Who waits for this window, who is away, and what the day has been so far. */
export function QueueColumn({ at, act }: { at: AtMyWindow; act: Act }) {
  const { window: words } = queueWords(act.language);
  const own = at.queue.filter(({ ticketNo, state }) => state === 'waiting' || ticketNo === at.window.ticketNo);
  const away = at.queue.filter(({ state }) => state === 'missed' || state === 'parked');
  return (
    <>
      <h2>
        {words.queue} <span>{words.waiting(own.filter(({ state }) => state === 'waiting').length)}</span>
      </h2>
      {own.length === 0 ? (
        <Empty text={words.nobody} />
      ) : (
        <ul class="queue">
          {own.slice(0, shownRows).map((row) => (
            <Line key={row.ticketNo} row={row} at={at} act={act} />
          ))}
        </ul>
      )}
      {own.length > shownRows && <p class="muted small">{words.more(own.length - shownRows)}</p>}
      {away.length > 0 && <Away rows={away} at={at} act={act} />}
      <Staying at={at} act={act} />
      <Today at={at} act={act} />
    </>
  );
}

function Line({ row, at, act }: { row: QueueRow; at: AtMyWindow; act: Act }) {
  const { window: words, kinds, reasons } = queueWords(act.language);
  const isHere = row.ticketNo === at.window.ticketNo;
  const notes = [row.priority ? reasons[row.priority] : kinds[row.kind], ...(row.party > 1 ? [words.party(row.party)] : [])];
  return (
    <li class={isHere ? 'now' : undefined}>
      <b>{row.ticketNo}</b>
      <span>{at.plan.groups.length > 1 && words.group(row.group)}</span>
      <span>{isHere ? words.here : words.minutes(row.waitedMinutes)}</span>
      <small>{[...notes, formatTime(new Date(row.takenAt), act.language, at.plan.zone)].join(' · ')}</small>
    </li>
  );
}

function Away({ rows, at, act }: { rows: readonly QueueRow[]; at: AtMyWindow; act: Act }) {
  const { window: words, states } = queueWords(act.language);
  return (
    <>
      <h2>{words.away}</h2>
      <ul class="queue">
        {rows.map(({ ticketNo, state }) => (
          <li key={ticketNo}>
            <b>{ticketNo}</b>
            <span>{states[state]}</span>
            <Form act="back" hidden={{ venue: at.plan.venue, ticketNo }}>
              <Button look="second" size="small">
                {words.back}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who was served and is still inside: others wait before the door. */
function Staying({ at: { staying }, act }: { at: AtMyWindow; act: Act }) {
  const { window: words } = queueWords(act.language);
  if (staying.length === 0) return null;
  return (
    <>
      <h2>{words.staying}</h2>
      <ul class="queue">
        {staying.slice(0, 6).map(({ ticketNo, shown, endedAt }) => (
          <li key={ticketNo}>
            <b>{ticketNo}</b>
            <span>{shown}</span>
            <span>{words.minutes(Math.floor((act.now.getTime() - endedAt.getTime()) / 60_000))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Today({ at: { day, plan }, act }: { at: AtMyWindow; act: Act }) {
  const { window: words } = queueWords(act.language);
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: plan.zone }).format(act.now);
  return (
    <>
      <h2>
        {words.today} <span>{formatDay(on, act.language, 'weekday')}</span>
      </h2>
      <dl class="pair">
        <dt>{words.served}</dt>
        <dd>{day.served > 0 ? words.servedOf(day.served, formatDuration(Math.round(day.meanSeconds), act.language)) : words.servedNone}</dd>
        <dt>{words.ratings}</dt>
        <dd>{words.ratedOf(day.goodRatings, day.rated)}</dd>
      </dl>
    </>
  );
}
