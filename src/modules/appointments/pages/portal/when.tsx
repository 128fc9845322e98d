import type { Act } from '#kernel/endpoint.ts';
import {
  Button,
  Choice as Radios,
  Consent,
  Days,
  Details,
  formatDay,
  formatInstant,
  formatTime,
  Notice,
  Section,
  Times,
} from '#ui/index.ts';
import { type PortalWords, portalWords } from '../../locales/portal/index.ts';
import { byPart, type Choice, type DayRow, kept, type Slot } from './choice.ts';

/** `to` makes the address of this page with another choice. */
type Props = { choice: Choice; act: Act; to: (query: Readonly<Record<string, string | undefined>>) => string };

/** Days and times to press; the same for a first booking and for another time. */
export function When({ choice, act, to }: Props) {
  const words = portalWords(act.language).times;
  const { days, on, today } = choice;
  return (
    <>
      <Section title={words.whichDay}>
        <Days
          label={words.whichDay}
          today={today}
          days={days.map((day) => ({
            on: day.on,
            note: dayNote(day, act, choice),
            current: day.on === on,
            href: day.state === 'open' || day.state === 'not-released' ? to({ ...kept(choice), on: day.on }) : undefined,
          }))}
        />
      </Section>
      <DayTimes choice={choice} act={act} to={to} />
    </>
  );
}

function dayNote(day: DayRow, { language }: Act, { slots: { zone } }: Choice): string {
  const words = portalWords(language).times;
  if (day.state === 'open') return words.day.open(day.free);
  if (day.state === 'not-released')
    return day.opensAt ? words.releasedAt(formatInstant(new Date(day.opensAt), language, { zone, look: 'short' })) : words.day.closed;
  return words.day[day.state];
}

function DayTimes({ choice, act, to }: Props) {
  const { language } = act;
  const words = portalWords(language).times;
  const { slots, on, days } = choice;
  const day = days.find((one) => one.on === on);
  if (slots.opensAt)
    return (
      <Notice>
        <p>{words.notReleased(formatInstant(new Date(slots.opensAt), language, { zone: slots.zone, look: 'weekday' }))}</p>
      </Notice>
    );
  if (slots.rows.length === 0 || day?.state === 'closed' || day?.state === 'full')
    return (
      <Notice tone="warn">
        <p>{slots.closed?.reason || day?.reason || (day?.state === 'full' ? words.dayFull : words.dayClosed)}</p>
      </Notice>
    );
  return (
    <>
      {byPart(slots.rows, slots.zone).map(([part, rows]) => {
        const title = words.on(formatDay(on, language, 'weekday'), words[part]);
        return (
          <Section key={part} title={title}>
            <Times label={title} times={rows.map((slot) => timeOf(slot, { choice, act, to }, words))} />
          </Section>
        );
      })}
      <p class="small muted mt-4">{words.perWindow}</p>
    </>
  );
}

function timeOf(slot: Slot, { choice, act, to }: Props, words: PortalWords['times']) {
  const current = choice.chosen?.at === slot.at;
  return {
    text: formatTime(new Date(slot.at), act.language, choice.slots.zone),
    note: current ? words.chosen : slot.free > 0 ? words.free(slot.free) : words.taken,
    current,
    href: slot.free > 0 ? `${to({ ...kept(choice), at: slot.at })}#chosen` : undefined,
  };
}

/** How many come and which of the two halls: it decides what is free, so it is asked before the times. A plain form whose answers live in the address. */
export function WhoComes({ choice, act: { language }, action }: { choice: Choice; act: Act; action: string }) {
  const words = portalWords(language).times;
  const { party, partyMax, special, hasSpecial } = choice;
  const count = Array.from({ length: Math.min(partyMax, 6) }, (_, index) => String(index + 1));
  return (
    <Details summary={words.change(words.peopleCount(party))} icon="people" open={special}>
      <form action={action} class="stack">
        <Radios
          name="party"
          label={words.people}
          value={String(party)}
          inline
          options={count.map((value) => ({ value, label: words.peopleCount(Number(value)) }))}
        />
        {hasSpecial && (
          <Consent name="special" checked={special} hint={words.specialNote}>
            {words.special}
          </Consent>
        )}
        <Button look="second">{words.show}</Button>
      </form>
    </Details>
  );
}
