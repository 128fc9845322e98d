import { type Language, textIn } from '#kernel/locale.ts';
import { formatInstant, Section, Summary, type SummaryRow } from '#ui/index.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import type { Guide, Place } from './load.ts';
import { telOf } from './ways.tsx';

type Props = { guide: Guide; language: Language };

function Tel({ phone, who, language }: { phone: string; who: string; language: Language }) {
  return (
    <a class="nowrap" href={telOf(phone)} aria-label={`${guideWords(language).call(who)} ${phone}`}>
      {phone}
    </a>
  );
}

/** The office, the person, and the line to complain to; each with a number to press. */
export function Contact({ guide, language }: Props) {
  const words = guideWords(language);
  const { item, unit, head } = guide;
  const office = textIn(item.contact?.office, language) || textIn(unit?.name ?? guide.listed.unitName ?? undefined, language);
  const phone = item.contact?.phone ?? unit?.phone;
  const supervision = item.contact?.supervision ?? '12345';
  const rows: (SummaryRow | undefined)[] = [
    { label: words.office, value: office, action: phone && <Tel phone={phone} who={office} language={language} /> },
    officerRow(guide, head, language),
    {
      label: words.supervision,
      value: words.supervisionNote,
      action: <Tel phone={supervision} who={words.supervision} language={language} />,
    },
  ];
  return (
    <Section title={words.contact} id="contact">
      <Summary look="tight" rows={rows.filter((row) => row !== undefined)} />
    </Section>
  );
}

/** The person the item names; where it is the unit's head, in the reader's writing and with the own number. */
function officerRow({ item }: Guide, head: Guide['head'], language: Language): SummaryRow | undefined {
  const words = guideWords(language);
  const named = item.contact?.officer;
  if (named && Object.values(head?.name ?? {}).every((name) => name !== named)) return { label: words.officer, value: named };
  if (!head) return undefined;
  const name = textIn(head.name, language);
  return {
    label: words.officer,
    value: name,
    source: textIn(head.title, language),
    action: <Tel phone={head.phone} who={name} language={language} />,
  };
}

export function Where({ guide, language }: Props) {
  const words = guideWords(language);
  const own = textIn(guide.item.contact?.place, language);
  return (
    <Section title={words.place} id="place">
      {own && <p>{own}</p>}
      <Summary rows={guide.where.map((place) => placeRow(place, guide, language))} />
      <p class="small muted mt-2">{words.holiday}</p>
    </Section>
  );
}

function placeRow({ venue, closure }: Place, { places }: Guide, language: Language): SummaryRow {
  const words = guideWords(language);
  const name = textIn(venue.name, language);
  const closed = closure && formatInstant(closure.fromAt, language, { zone: places.zoneOf(venue.code) });
  return {
    label: name,
    value: textIn(venue.address, language),
    source: closed ? <b>{words.placeClosed(closed)}</b> : hoursText(venue.hours, language),
    action: <Tel phone={venue.phone} who={name} language={language} />,
  };
}

/** `周一至周五 08:30–12:00、13:00–18:00`: neighbouring days of the same hours together, Monday first. */
export function hoursText(hours: Guide['where'][number]['venue']['hours'], language: Language): string {
  const words = guideWords(language);
  const zh = language.startsWith('zh');
  const runs: { from: number; to: number; said: string }[] = [];
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const said = (hours[day] ?? []).map(({ from, to }) => `${from}–${to}`).join(zh ? '、' : ', ');
    const last = runs.at(-1);
    if (last?.said === said) last.to = day;
    else runs.push({ from: day, to: day, said });
  }
  const nameOf = (day: number) => words.weekdays[day] as string;
  return runs
    .filter(({ said }) => said !== '')
    .map(({ from, to, said }) => `${from === to ? nameOf(from) : words.dayRange(nameOf(from), nameOf(to))} ${said}`)
    .join(zh ? '；' : '; ');
}
