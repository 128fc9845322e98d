import { type Language, textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { dayOf } from '#kernel/workdays.ts';
import { Summary, Tag } from '#ui/index.ts';
import { getDirectory } from '../directory.ts';
import { type DirectoryWords, wordsIn } from '../locales/index.ts';
import type { Venue } from '../queries.ts';
import type { Hours, Span } from '../rules/hours.ts';
import { Phone } from './contacts.tsx';

export const hallsPage = page({
  path: '/halls',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async ({ tx, now }) => {
    const directory = await getDirectory(tx);
    return directory.venues.map((venue) => ({
      venue,
      today: directory.openingOf(venue.code, dayOf(now, directory.zoneOf(venue.code))),
    }));
  },
  title: (_, { language }) => wordsIn(language).halls.title,
  view: ({ data, act }) => {
    const words = wordsIn(act.language).halls;
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.holiday}</p>
        {data.map(({ venue, today }) => (
          <Hall key={venue.code} venue={venue} today={today} words={words} language={act.language} />
        ))}
      </div>
    );
  },
});

type HallProps = { venue: Venue; today: readonly Span[]; words: DirectoryWords['halls']; language: Language };

function Hall({ venue, today, words, language }: HallProps) {
  const name = textIn(venue.name, language);
  return (
    <section class="section" id={venue.code}>
      <h2>
        <a href={`/${language}/halls/${venue.code}`}>{name}</a>
      </h2>
      <p>
        {today.length > 0 ? (
          <Tag tone="ok">{words.today(spansText(today, language))}</Tag>
        ) : (
          <Tag tone="idle" icon="pause">
            {words.closedToday}
          </Tag>
        )}
      </p>
      <Summary
        rows={[
          { label: words.address, value: textIn(venue.address, language) },
          { label: words.phone, value: <Phone phone={venue.phone} label={name} /> },
          { label: words.hours, value: <Week hours={venue.hours} words={words} language={language} /> },
        ]}
      />
    </section>
  );
}

/** Monday first; neighbouring days of the same hours share a line. */
function Week({ hours, words, language }: { hours: Hours; words: DirectoryWords['halls']; language: Language }) {
  const days = [1, 2, 3, 4, 5, 6, 0].map((day) => ({
    name: words.weekdays[day] as string,
    said: spansText(hours[day] ?? [], language) || words.closed,
  }));
  const lines: { from: string; to: string; said: string }[] = [];
  for (const { name, said } of days) {
    const last = lines.at(-1);
    if (last?.said === said) last.to = name;
    else lines.push({ from: name, to: name, said });
  }
  return (
    <>
      {lines.map(({ from, to, said }) => (
        <div key={from}>
          {from === to ? from : `${from}–${to}`} {said}
        </div>
      ))}
    </>
  );
}

function spansText(spans: readonly Span[], language: Language): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(language.startsWith('zh') ? '、' : ', ');
}
