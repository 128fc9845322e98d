import type { Act, Output } from '#kernel/endpoint.ts';
import { Button, type Column, Empty, Form, formatDay, formatInstant, Scroll, Table, Tag } from '#ui/index.ts';
import type * as contract from '../../contract.ts';
import type { BookingView } from '../../contract/types.ts';
import { type DeskWords, deskWords } from '../../locales/desk/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { telOf } from '../portal/address.ts';
import { toneOf } from '../portal/tones.ts';
import type { ViewName } from './day.tsx';

type Displaced = Output<typeof contract.listRebookings>['rows'][number];
type Waiting = Output<typeof contract.listWaitlist>['rows'][number];
export type Lists = {
  readonly day: readonly BookingView[];
  readonly calls: readonly Displaced[];
  readonly past: readonly BookingView[];
  readonly waiting: readonly Waiting[];
  readonly over: readonly BookingView[];
};
type Props = { act: Act; lists: Lists };

export function ViewTable({ view, ...props }: Props & { view: ViewName }) {
  if (view === 'calls') return <Calls {...props} />;
  if (view === 'past') return <Past {...props} />;
  if (view === 'waiting') return <Waitings {...props} />;
  const words = deskWords(props.act.language);
  return (
    <>
      {view === 'over' && <p class="muted mb-3">{words.over.lead}</p>}
      <BookingTable
        rows={props.lists[view]}
        caption={words.views[view]}
        empty={view === 'over' ? words.over.none : words.dayNone}
        act={props.act}
      />
    </>
  );
}

type TableProps = { rows: readonly BookingView[]; caption: string; empty: string; act: Act; extra?: readonly Column<BookingView>[] };

function BookingTable({ rows, caption, empty, act, extra = [] }: TableProps) {
  return (
    <Scroll label={caption}>
      <Table
        caption={caption}
        rows={rows}
        rowKey={({ bookingNo }) => bookingNo}
        columns={[...columnsOf(act), ...extra]}
        empty={<Empty text={empty} icon="calendar" />}
        keys
      />
    </Scroll>
  );
}

function columnsOf({ language }: Act): Column<BookingView>[] {
  const words = deskWords(language).columns;
  const { ticket, times } = portalWords(language);
  return [
    {
      key: 'time',
      label: words.time,
      strong: true,
      onCard: true,
      cell: ({ at, zone }) => formatInstant(new Date(at), language, { zone, look: 'short' }),
    },
    { key: 'name', label: words.name, onCard: true, cell: ({ name }) => name },
    { key: 'phone', label: words.phone, onCard: true, cell: ({ phone }) => <Phone phone={phone} /> },
    { key: 'item', label: words.item, cut: true, cell: ({ itemName }) => itemName ?? times.advice },
    { key: 'window', label: words.window, cell: ({ windowGroupName, windowNo }) => [windowGroupName, windowNo].filter(Boolean).join(' ') },
    { key: 'party', label: words.party, right: true, cell: ({ party }) => party },
    { key: 'state', label: words.state, cell: ({ state }) => <Tag tone={toneOf(state)}>{ticket.states[state]}</Tag> },
    {
      key: 'ticket',
      label: words.ticket,
      cell: ({ ticketUrl, bookingNo }) =>
        ticketUrl ? (
          <a class="nowrap" href={`/${language}${ticketUrl}`}>
            {bookingNo}
          </a>
        ) : (
          <span class="nowrap">{bookingNo}</span>
        ),
    },
  ];
}

function Phone({ phone }: { phone: string }) {
  return phone ? (
    <a class="nowrap" href={telOf(phone)}>
      {phone}
    </a>
  ) : null;
}

function Calls({ lists, act }: Props) {
  const { language } = act;
  const words = deskWords(language);
  const when = (at: string | null, zone: string) => (at ? formatInstant(new Date(at), language, { zone, look: 'short' }) : '');
  const columns: Column<Displaced>[] = [
    { key: 'name', label: words.columns.name, strong: true, onCard: true, cell: ({ booking }) => booking.name },
    { key: 'phone', label: words.columns.phone, onCard: true, cell: ({ booking }) => <Phone phone={booking.phone} /> },
    { key: 'was', label: words.columns.was, cell: ({ wasAt, booking }) => when(wasAt, booking.zone) },
    {
      key: 'offered',
      label: words.columns.offered,
      cell: ({ booking }) =>
        booking.state === 'offered' && (
          <>
            {when(booking.at, booking.zone)}
            <br />
            <span class="muted">{booking.venueName}</span>
          </>
        ),
    },
    { key: 'by', label: words.columns.answerBy, cell: ({ booking }) => when(booking.answerBy, booking.zone) },
    { key: 'hops', label: words.columns.hops, right: true, cell: ({ hops }) => hops },
    {
      key: 'answer',
      label: words.columns.state,
      cell: ({ answer }) => (
        <Tag tone={answer === 'unanswered' ? 'warn' : answer === 'expired' ? 'bad' : 'hold'}>{words.calls.answers[answer]}</Tag>
      ),
    },
    { key: 'act', label: words.columns.act, onCard: true, cell: (row) => <NoteAnswer row={row} words={words} /> },
  ];
  return (
    <>
      <p class="muted mb-3">{words.calls.lead}</p>
      <Scroll label={words.views.calls}>
        <Table
          caption={words.views.calls}
          rows={lists.calls}
          rowKey={({ booking }) => booking.bookingNo}
          columns={columns}
          empty={<Empty text={words.calls.none} icon="phone" />}
        />
      </Scroll>
    </>
  );
}

function NoteAnswer({ row: { booking }, words }: { row: Displaced; words: DeskWords }) {
  const choices = (['accept', 'online', 'post', 'home-visit', 'decline'] as const).filter(
    (choice) => choice !== 'accept' || booking.state === 'offered',
  );
  return (
    <Form act="answer" hidden={{ bookingNo: booking.bookingNo }} keep={{ hall: booking.venue, view: 'calls' }}>
      <div class="row-acts">
        <select class="drop" name="choice" aria-label={words.calls.of(booking.name)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {words.calls.choice[choice]}
            </option>
          ))}
        </select>
        <Button look="second" size="small">
          {words.calls.note}
        </Button>
      </div>
    </Form>
  );
}

function Past({ lists, act }: Props) {
  const words = deskWords(act.language);
  const settle: Column<BookingView> = {
    key: 'act',
    label: words.columns.act,
    onCard: true,
    cell: ({ bookingNo, venue, name }) => (
      <Form act="settle" hidden={{ bookingNo }} keep={{ hall: venue, view: 'past' }} label={name}>
        <div class="row-acts">
          <Button look="second" size="small" name="outcome" value="served">
            {words.past.served}
          </Button>
          <Button look="second" size="small" name="outcome" value="missed">
            {words.past.missed}
          </Button>
        </div>
      </Form>
    ),
  };
  return (
    <>
      <p class="muted mb-3">{words.past.lead}</p>
      <BookingTable rows={lists.past} caption={words.views.past} empty={words.past.none} act={act} extra={[settle]} />
    </>
  );
}

function Waitings({ lists, act: { language } }: Props) {
  const words = deskWords(language);
  const { wait } = portalWords(language);
  const day = (on: string) => formatDay(on, language, 'short');
  return (
    <Scroll label={words.views.waiting}>
      <Table
        caption={words.views.waiting}
        rows={lists.waiting}
        rowKey={({ entryId }) => entryId}
        empty={<Empty text={words.waiting.none} icon="clock" />}
        columns={[
          { key: 'name', label: words.columns.name, strong: true, onCard: true, cell: ({ name }) => name },
          {
            key: 'range',
            label: words.columns.range,
            onCard: true,
            cell: ({ fromOn, untilOn, dayPart }) => wait.range(day(fromOn), day(untilOn), wait.parts[dayPart]),
          },
          { key: 'group', label: words.columns.window, cell: ({ windowGroup }) => windowGroup },
          { key: 'party', label: words.columns.party, right: true, cell: ({ party }) => party },
          { key: 'ahead', label: words.columns.ahead, right: true, cell: ({ ahead }) => ahead },
        ]}
      />
    </Scroll>
  );
}
