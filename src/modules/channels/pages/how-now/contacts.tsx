import { type Language, textIn } from '#kernel/locale.ts';
import { Icon, LinkButton, Summary } from '#ui/index.ts';
import { triageWords } from '../../locales/triage/index.ts';
import type { ChannelName } from '../../rules.ts';
import type { Triage } from '../triage-state.ts';

export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

/** Where a way begins. */
export function hrefOf(name: ChannelName, { item, contact }: Triage, language: Language): string {
  const to = (rest: string) => `/${language}${rest}`;
  if (name === 'online' || name === 'mobile') return to(item ? `/apply/${item.code}` : '/services');
  if (name === 'walk-in' || name === 'kiosk') return to('/halls');
  if (name === 'proxy') return to('/help#others');
  if (name === 'appointment') return to(item ? `/book/halls?item=${encodeURIComponent(item.code)}` : '/book');
  return telOf(contact.phone);
}

/** The officer with name and number, the office, the hall; the first number is a button. */
export function Contacts({ triage: { contact, answers }, language }: { triage: Triage; language: Language }) {
  const words = triageWords(language);
  const { head, unit, venues, phone } = contact;
  const name = textIn(head?.name, language);
  const tel = (number: string, who: string) => (
    <a class="nowrap" href={telOf(number)} aria-label={`${words.call(who)} ${number}`}>
      {number}
    </a>
  );
  const unitName = textIn(unit?.name, language);
  const rows = [
    ...(head ? [{ label: words.officer, value: name, source: textIn(head.title, language), action: tel(head.phone, name) }] : []),
    ...(unit ? [{ label: words.office, value: unitName, action: tel(phone, unitName) }] : []),
    ...venues.slice(0, 1).map((venue) => {
      const hall = textIn(venue.name, language);
      return { label: words.hall, value: hall, source: textIn(venue.address, language), action: tel(venue.phone, hall) };
    }),
  ];
  return (
    <section class="stack">
      {answers.urgent && head && (
        <LinkButton href={telOf(head.phone)} icon="phone" wide>
          {words.call(name)} {head.phone}
        </LinkButton>
      )}
      {!head && answers.urgent && (
        <p>
          <Icon name="phone" /> <a href="tel:12345">12345</a>
        </p>
      )}
      <Summary rows={rows} />
    </section>
  );
}
