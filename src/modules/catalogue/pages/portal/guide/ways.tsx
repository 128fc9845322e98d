import { type Language, textIn } from '#kernel/locale.ts';
import { Chips, type ChipProps, formatInstant, type IconName } from '#ui/index.ts';
import type { ChannelName } from '../../../item.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { portalWords } from '../../../locales/portal/index.ts';
import type { Guide, Way } from './load.ts';

const icons: Readonly<Record<ChannelName, IconName>> = {
  online: 'screen',
  mobile: 'mobile',
  kiosk: 'kiosk',
  phone: 'phone',
  post: 'post',
  appointment: 'calendar',
  'walk-in': 'door',
  'home-visit': 'home',
  proxy: 'people',
};

export const isOpen = (way: Way): boolean => !way.closure;
/** Open for applying, by everybody: not only for advice, urgent matters or a group. */
export const takesAll = (way: Way): boolean => isOpen(way) && !way.channel.as && !way.channel.only && !way.channel.for;

export function wayName({ name, channel }: Way, language: Language): string {
  const words = guideWords(language);
  const plain = portalWords(language).channels[name];
  if (channel.as === 'guidance') return words.guidance(plain);
  if (channel.only === 'urgent') return words.onlyUrgent(plain);
  if (!channel.for) return plain;
  return words.onlyFor(plain, channel.for.map((group) => words.groups[group] ?? group).join(portalWords(language).and));
}

/** Every way the item allows: open ones lead on, closed ones say since when and what to do instead; below, why. */
export function Ways({ guide, language }: { guide: Guide; language: Language }) {
  const words = guideWords(language);
  const closed = guide.ways.filter((way) => way.closure);
  const reasons = Map.groupBy(closed, ({ closure }) => textIn(closure?.reason, language));
  return (
    <section id="channels" aria-labelledby="ways-title">
      <h2 id="ways-title" class="mb-3">
        {closed.length === guide.ways.length ? words.waysNone : words.ways}
      </h2>
      <Chips chips={guide.ways.map((way) => chipOf(way, guide, language))} />
      {[...reasons].map(([reason, ways]) => (
        <p key={reason} class="small mt-2">
          {words.why(ways.map(({ name }) => portalWords(language).channels[name]).join(portalWords(language).and), reason)}
        </p>
      ))}
      {closed.some(({ closure }) => closure?.urgentExcepted) && <p class="small">{words.urgentExcepted}</p>}
      <WayNotes guide={guide} language={language} />
      <p class="small plainlinks">
        <a href={`/${language}/how-now/${guide.item.code}`}>{words.whichWay}</a>
      </p>
    </section>
  );
}

function WayNotes({ guide, language }: { guide: Guide; language: Language }) {
  const noted = guide.ways.filter((way) => isOpen(way) && way.channel.note);
  return (
    <>
      {noted.map((way) => (
        <p key={way.name} class="small mt-2">
          <b>{portalWords(language).channels[way.name]}</b> {textIn(way.channel.note, language)}
        </p>
      ))}
    </>
  );
}

function chipOf(way: Way, guide: Guide, language: Language): ChipProps {
  const label = wayName(way, language);
  if (!way.closure) return { label, icon: icons[way.name], href: wayHref(way.name, guide, language) };
  const words = guideWords(language);
  const instant = (at: Date) => formatInstant(at, language, { zone: guide.places.zoneOf(guide.item.jurisdiction), look: 'short' });
  const { fromAt, untilAt } = way.closure;
  const instead = guide.ways
    .filter(takesAll)
    .slice(0, 2)
    .map(({ name }) => portalWords(language).channels[name]);
  const closed = words.closed(instant(fromAt), untilAt ? instant(untilAt) : '');
  return { label, closed: instead.length > 0 ? `${closed}${words.instead(instead.join(words.or))}` : closed };
}

/** Where a way begins: the form itself, the telephone, the place, or the questions that lead on. */
export function wayHref(name: ChannelName, { item, unit }: Pick<Guide, 'item' | 'unit'>, language: Language): string {
  if (name === 'online' || name === 'mobile') return `/${language}/apply/${item.code}`;
  if (name === 'phone') return telOf(item.contact?.phone ?? unit?.phone ?? '12345');
  if (name === 'walk-in' || name === 'kiosk') return '#place';
  if (name === 'appointment') return `/${language}/book/halls?item=${encodeURIComponent(item.code)}`;
  return `/${language}/how-now/${item.code}?way=${name}`;
}

export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
