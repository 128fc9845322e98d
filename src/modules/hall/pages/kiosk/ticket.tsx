import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { form, type FormState, page, type PageRequest, type View } from '#kernel/page.ts';
import { Errors, errorOf, formErrors, Form, Qr, TextInput, valueOf } from '#ui/index.ts';
import { takeTicket } from '../../contract.ts';
import type { Ticket } from '../../contract/tickets.ts';
import { queueWords } from '../../locales/queue/index.ts';
import { prioritySeries } from '../../rules/queue.ts';
import { Frame, Keyboard } from './frame.tsx';
import { type Machine, machineOf } from './machine.ts';

type Props = { machine: Machine; act: Act; origin: string; form: FormState | undefined };

const groupView: View<Machine> = ({ data: machine, act, request: { origin }, form: posted }) =>
  posted?.result ? (
    <Taken ticket={posted.result as Ticket} machine={machine} act={act} origin={origin} />
  ) : (
    <Groups {...{ machine, act, origin, form: posted }} />
  );

/** One touch for a group; a second row for who may go first. */
function Groups({ machine, act, form: posted }: Props) {
  const { kiosk, refusals, reasons } = queueWords(act.language);
  const groups = machine.plan.groups.filter(({ group }) => group !== prioritySeries);
  const key = newId();
  return (
    <Frame machine={machine} language={act.language} title={kiosk.tiles.ticket} lead={kiosk.which}>
      <Errors errors={formErrors(act.language, posted, { own: refusals })} />
      <Form act="take" idempotencyKey={key} hidden={{ venue: machine.plan.venue, origin: 'kiosk' }}>
        <fieldset class="kpick">
          <legend>{kiosk.first}</legend>
          <label class="pick">
            <input type="radio" name="priority" value="" checked /> <span>{kiosk.noPriority}</span>
          </label>
          {(['elderly', 'disabled', 'pregnant', 'with-infant', 'soldier'] as const).map((reason) => (
            <label class="pick" key={reason}>
              <input type="radio" name="priority" value={reason} /> <span>{reasons[reason]}</span>
            </label>
          ))}
        </fieldset>
        <ul class="kgroups">
          {groups.map(({ group, name }) => (
            <li key={group}>
              <button class="btn big" type="submit" name="group" value={group}>
                {group} {textIn(name, act.language)}
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </Frame>
  );
}

function Taken({ ticket, machine, act, origin }: { ticket: Ticket; machine: Machine; act: Act; origin: string }) {
  const { kiosk, wait } = queueWords(act.language);
  return (
    <Frame machine={machine} language={act.language} title={kiosk.yours}>
      <section class="kticket slip">
        <p class="no">{ticket.ticketNo}</p>
        <p>{ticket.groupName}</p>
        <p>{kiosk.ahead(ticket.ahead)}</p>
        <p>{ticket.waitMinutes ? kiosk.wait(wait.minutes(ticket.waitMinutes.p50, ticket.waitMinutes.p90)) : wait.unknown}</p>
        {ticket.token && <Qr text={`${origin}/q/${ticket.token}`} caption={kiosk.onPhone} />}
      </section>
      {machine.health.paper === 'out' ? (
        <p class="knote">{kiosk.noPaper}</p>
      ) : (
        <button class="btn big" type="button" data-print hidden>
          {kiosk.print}
        </button>
      )}
    </Frame>
  );
}

const bookingView: View<Machine> = ({ data: machine, act, request: { origin }, form: posted }) => {
  const { kiosk, refusals } = queueWords(act.language);
  if (posted?.result) return <Taken ticket={posted.result as Ticket} machine={machine} act={act} origin={origin} />;
  const errors = formErrors(act.language, posted, { own: refusals, labels: { bookingNo: kiosk.bookingNo } });
  return (
    <Frame machine={machine} language={act.language} title={kiosk.tiles.booking} lead={kiosk.bookingHint}>
      <Errors errors={errors} />
      <Form act="take" idempotencyKey={newId()} hidden={{ venue: machine.plan.venue, origin: 'kiosk' }}>
        <TextInput
          name="bookingNo"
          label={kiosk.bookingNo}
          value={valueOf(posted, 'bookingNo')}
          error={errorOf(errors, 'bookingNo')}
          autocomplete="off"
          inputmode="none"
        />
        <Keyboard language={act.language} />
        <button class="btn big wide" type="submit">
          {kiosk.takeNo}
        </button>
      </Form>
    </Frame>
  );
};

/** A choice left empty is no choice. */
function withoutEmpty(fields: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

const title = (_: unknown, act: Act) => queueWords(act.language).kiosk.title;
const load = (act: Act, request: PageRequest) => machineOf(act, request);

export const ticketPages = [
  page({
    path: '/kiosk/:device/ticket',
    shell: 'hall',
    may: 'anyone',
    islands: ['kiosk', 'submit-once'],
    load,
    title,
    view: groupView,
    forms: { take: form(takeTicket, () => undefined, withoutEmpty) },
  }),
  page({
    path: '/kiosk/:device/booking',
    shell: 'hall',
    may: 'anyone',
    islands: ['kiosk', 'kiosk-keys', 'submit-once'],
    load,
    title,
    view: bookingView,
    forms: { take: form(takeTicket, () => undefined, withoutEmpty) },
  }),
];
