import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { casesWords } from '#modules/cases/index.ts';
import {
  Actions,
  Button,
  Details,
  Empty,
  Form,
  formatDay,
  formatTime,
  LinkButton,
  maskName,
  maskPhone,
  Select,
  Tag,
  TextInput,
} from '#ui/index.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { shown } from '../shown.ts';
import type { AtMyWindow, Visitor } from './load.ts';

type Props = { readonly at: AtMyWindow; readonly act: Act };

/** The visitor in hand: booking, what the door found (the outcome only), and the matters under way. */
export function VisitorColumn({ at, act }: Props) {
  const { window: words } = queueWords(act.language);
  const { visitor } = at;
  if (!at.window.ticket || !visitor) return <Empty text={words.noVisitor} />;
  const name = visitor.booking ? maskName(visitor.booking.name) : (visitor.visit?.shown ?? at.window.ticketNo);
  return (
    <>
      <h2>
        {name} {visitor.booking && <span>{maskPhone(visitor.booking.phone)}</span>}
      </h2>
      <Known at={at} act={act} visitor={visitor} />
      <Matters act={act} visitor={visitor} />
      <Elsewhere at={at} act={act} />
    </>
  );
}

function Known({ at, act, visitor: { booking, visit, item, note } }: Props & { visitor: Visitor }) {
  const { window: words, kinds, reasons } = queueWords(act.language);
  const { ticket } = at.window;
  const time = (instant: Date) => formatTime(instant, act.language, at.plan.zone);
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [words.matter, item && textIn(item.name, act.language)],
    [
      words.booked,
      booking
        ? `${time(booking.startsAt)}—${time(booking.endsAt)}`
        : ticket?.priority
          ? reasons[ticket.priority]
          : ticket
            ? kinds[ticket.kind]
            : undefined,
    ],
    [words.door, visit ? words.entered(time(visit.enteredAt), visit.door ?? '', visit.area) : words.doorUnknown],
    [words.company, ticket && words.party(ticket.party)],
    [words.language, booking && words.languages[booking.language as 'en']],
    [words.waited, ticket && words.minutes(ticket.waitedMinutes)],
    [words.noteLabel, note ?? undefined],
  ];
  return (
    <dl class="pair sheet">
      {rows.map(([label, value]) =>
        value ? (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  );
}

/** Each opens the case's own page, where it is taken in, decided, handed out. */
function Matters({ act, visitor: { cases } }: { act: Act; visitor: Visitor }) {
  const { window: words } = queueWords(act.language);
  const { states } = casesWords(act.language);
  return (
    <>
      <h2>
        {words.matters} <span>{words.count(cases.length)}</span>
      </h2>
      {cases.length === 0 && <p class="muted">{words.noMatters}</p>}
      {cases.map(({ caseNo, itemName, state, dueOn }) => (
        <article class="slot info" key={caseNo}>
          <header>
            <a href={`/desk/cases/${caseNo}`}>{textIn(itemName, act.language)}</a>
            <Tag>{states[state]}</Tag>
          </header>
          <p>
            <span class="caseno">{caseNo}</span>
            {dueOn && ` · ${words.due(formatDay(dueOn, act.language, 'short'))}`}
          </p>
        </article>
      ))}
    </>
  );
}

/** Aside until the visitor is back, or to another group or window with the same place. */
function Elsewhere({ at: { window, windows, plan }, act }: Props) {
  const { window: words } = queueWords(act.language);
  const hidden = { windowId: window.windowId, version: window.version };
  const groups = plan.groups.filter(({ group }) =>
    plan.windows.some((one) => one.special === window.special && one.groups.includes(group)),
  );
  const open = windows.filter((one) => one.state === 'open' && one.windowId !== window.windowId && one.special === window.special);
  const options = [
    ...groups.map(({ group, name }) => ({ value: `group:${group}`, label: `${group} ${textIn(name, act.language)}` })),
    ...open.map(({ windowId, windowNo }) => ({ value: `window:${windowId}`, label: words.no(shown(windowNo)) })),
  ];
  return (
    <Details summary={words.elsewhere}>
      <Form act="park" hidden={hidden}>
        <TextInput name="note" label={words.parkWhy} maxlength={200} />
        <Actions>
          <Button look="second">{words.park}</Button>
        </Actions>
      </Form>
      <Form act="move" hidden={hidden}>
        <Select name="to" label={words.moveTo} options={options} />
        <Actions>
          <Button look="second">{words.move}</Button>
        </Actions>
      </Form>
    </Details>
  );
}

/** What the item asks for, as its guide says it. */
export function ChecklistColumn({ at: { visitor, window }, act }: Props) {
  const { window: words } = queueWords(act.language);
  const item = visitor?.item;
  if (!window.ticket) return null;
  return (
    <>
      <h2>
        {words.papers} {item && <span>{words.count(item.documents.length)}</span>}
      </h2>
      {!item && <p class="muted">{words.noItem}</p>}
      {item?.documents.map((slot) => (
        <article class={slot.necessity === 'main' ? 'slot info' : 'slot'} key={slot.key}>
          <header>
            <b>{textIn(slot.name, act.language)}</b>
            <Tag>{slot.necessity === 'main' ? words.main : words.secondary}</Tag>
          </header>
          {slot.note && <p>{textIn(slot.note, act.language)}</p>}
        </article>
      ))}
      <Actions>
        {item && (
          <LinkButton look="second" href={`/${act.language}/services/${item.code}`}>
            {words.guide}
          </LinkButton>
        )}
        <LinkButton look="second" href="/desk/search">
          {words.search}
        </LinkButton>
      </Actions>
    </>
  );
}
