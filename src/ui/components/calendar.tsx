import { usePage, useWords } from '../context.tsx';
import { formatDay, formatWeekday } from '../format.ts';

/** A day to choose: `note` says in words how much is free, or why nothing is; without `href` it cannot be chosen. */
export type DayChoice = { on: string; note: string; href?: string | undefined; current?: boolean };

/** The days somebody may choose from, in order; each is a link, so that it needs no script and Back works. */
export function Days({ days, today, label }: { days: readonly DayChoice[]; today?: string | undefined; label: string }) {
  const { language } = usePage();
  const words = useWords().time;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the row of days scrolls, and whoever has only keys must reach it
    <ul class="days" aria-label={label} tabindex={0}>
      {days.map(({ on, note, href, current }) => {
        const inside = (
          <>
            {on === today ? words.today : formatWeekday(on, language)}
            <b>{formatDay(on, language, 'short')}</b>
            <small>{note}</small>
          </>
        );
        return (
          <li key={on}>
            {href ? (
              <a href={href} aria-current={current ? 'date' : undefined}>
                {inside}
              </a>
            ) : (
              <span class="d">{inside}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A time of a day; `taken` stands in it, struck, with the word. */
export type TimeChoice = { text: string; note?: string | undefined; href?: string | undefined; current?: boolean };

/** Big buttons of times. What cannot be chosen keeps its place, so that nobody wonders where it went. */
export function Times({ times, label }: { times: readonly TimeChoice[]; label: string }) {
  return (
    <ul class="slots" aria-label={label}>
      {times.map(({ text, note, href, current }) => (
        <li key={text}>
          {href ? (
            <a href={href} aria-current={current ? 'true' : undefined}>
              {text}
              {note && <small>{note}</small>}
            </a>
          ) : (
            <span>
              {text}
              {note && <small>{note}</small>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How full something is: a bar, and the words that say it without the bar. */
export function Load({ part, whole, label, text }: { part: number; whole: number; label: string; text: string }) {
  const share = whole === 0 ? 0 : part / whole;
  return (
    <span class={share >= 0.9 ? 'load full' : share >= 0.6 ? 'load busy' : 'load'}>
      <meter min={0} max={Math.max(1, whole)} value={Math.min(part, whole)} aria-label={label} />
      <span>{text}</span>
    </span>
  );
}
