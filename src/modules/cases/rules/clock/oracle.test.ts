import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#kernel/result.ts';
import type { Day } from '#kernel/workdays.ts';
import { calendarAsKnown, chinaCalendar, vietnamCalendar } from '#modules/directory/index.ts';
import * as clock from '../clock.ts';

/**
 * A slow second opinion. It knows no ledger: it keeps a diary, one page per day, writes into it what happened, and then turns
 * the pages one by one. It shares with the code under test only the table of working days.
 */
type Happening = { readonly hour: number; readonly what: 'pause' | 'resume' | 'restart' | 'extend' };
type Page = { readonly happenings: Happening[]; touchedByPause: boolean };
type History = {
  readonly country: 'CN' | 'VN';
  readonly firstDay: number;
  readonly hour: number;
  readonly days: number;
  readonly unit: 'workday' | 'day';
  readonly reading: clock.CutOff['reading'] | undefined;
  readonly steps: readonly { readonly gapHours: number; readonly what: Happening['what'] }[];
};

const hourMs = 3_600_000;
const firstMidnight = Date.UTC(2019, 0, 1);
const countries = {
  CN: { calendar: calendarAsKnown(chinaCalendar()), offset: 8 },
  VN: { calendar: calendarAsKnown(vietnamCalendar()), offset: 7 },
};

const history: fc.Arbitrary<History> = fc.record({
  country: fc.constantFrom('CN', 'VN'),
  firstDay: fc.integer({ min: 0, max: 2920 }),
  hour: fc.integer({ min: 0, max: 23 }),
  days: fc.integer({ min: 0, max: 45 }),
  unit: fc.constantFrom('workday', 'day'),
  reading: fc.constantFrom(undefined, 'received-next-workday', 'hand-over-only'),
  steps: fc.array(
    fc.record({ gapHours: fc.integer({ min: 0, max: 240 }), what: fc.constantFrom('pause', 'resume', 'restart', 'extend') }),
    { maxLength: 8 },
  ),
});

describe('random histories', () => {
  test('the due day agrees with the diary, and the sum adds up', () => {
    fc.assert(
      fc.property(history, (story) => {
        const { ledger, done } = lived(story);
        const expected = diaryDue(story, done);
        const { dueOn, days } = clock.explain(ledger, ruleOf(story));
        expect(clock.dueDay(ledger, ruleOf(story))).toBe(expected);
        expect(dueOn).toBe(expected);
        expect(days.filter((day) => day.counted).map((day) => day.number)).toEqual(
          days.filter((day) => day.counted).map((_, index) => index + 1),
        );
        expect(days.map((day) => day.on)).toEqual([...new Set(days.map((day) => day.on))].sort());
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test('a file that comes later is never due earlier', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 100 }), (story, later) => {
        const hour = story.firstDay * 24 + story.hour + later;
        const [one, other] = [story, { ...story, firstDay: Math.floor(hour / 24), hour: hour % 24 }].map((each) => ({
          ...each,
          steps: [],
        }));
        expect(dueOf(one as History) <= dueOf(other as History)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test('days left and the due day tell the same story', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 60 }), (story, waited) => {
        const rule = ruleOf({ ...story, unit: 'workday' });
        const { ledger } = lived({ ...story, steps: [] });
        const dueOn = clock.dueDay(ledger, rule) as Day;
        const today = dayNumbered(story.firstDay + waited);
        const left = clock.remaining(ledger, rule, today) as number;
        expect(left <= 0).toBe(story.days === 0 || today >= dueOn);
        expect(clock.isLate(ledger, rule, today)).toBe(today > dueOn);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Lets the acts happen to a ledger; those that the office refuses did not happen. */
function lived(story: History): { ledger: clock.Ledger; done: { at: number; what: Happening['what'] }[] } {
  const rule = ruleOf(story);
  let hours = story.firstDay * 24 + story.hour;
  let ledger = clock.start(clock.emptyLedger, 'promised', actAt(story, hours, 0)) as clock.Ledger;
  const done = [];
  for (const [index, { gapHours, what }] of story.steps.entries()) {
    hours += gapHours;
    const next = perform(ledger, rule, { what, act: actAt(story, hours, index + 1) });
    if (isRefusal(next)) continue;
    ledger = next;
    done.push({ at: hours, what });
  }
  return { ledger, done };
}

function perform(ledger: clock.Ledger, rule: clock.ClockRule, { what, act }: { what: Happening['what']; act: clock.Act }) {
  if (what === 'pause') return clock.pause(ledger, rule, act);
  if (what === 'resume') return clock.resume(ledger, 'promised', act);
  if (what === 'restart') return clock.restart(ledger, 'promised', act);
  return clock.extend(ledger, rule, act);
}

function diaryDue(story: History, done: readonly { at: number; what: Happening['what'] }[]): Day | undefined {
  const restarted = done.findLastIndex(({ what }) => what === 'restart');
  const began = restarted < 0 ? story.firstDay * 24 + story.hour : (done[restarted]?.at as number);
  const since = done.slice(restarted + 1);
  const pages = diary(began, since);
  const total = story.days + since.filter(({ what }) => what === 'extend').length * 10;
  return turnPages(story, began, { pages, total });
}

function diary(began: number, since: readonly { at: number; what: Happening['what'] }[]): Map<number, Page> {
  const pages = new Map<number, Page>();
  for (let day = Math.floor(began / 24); day < Math.floor(began / 24) + 500; day += 1)
    pages.set(day, { happenings: [], touchedByPause: false });
  for (const { at, what } of since) pages.get(Math.floor(at / 24))?.happenings.push({ hour: at % 24, what });
  let standsStill = false;
  for (const page of pages.values()) {
    page.touchedByPause = standsStill;
    for (const { what } of page.happenings) {
      if (what === 'pause') standsStill = true;
      if (what === 'resume') standsStill = false;
      if (standsStill) page.touchedByPause = true;
    }
  }
  return pages;
}

function turnPages(story: History, began: number, { pages, total }: { pages: Map<number, Page>; total: number }): Day | undefined {
  const works = (day: number) => countries[story.country].calendar.isWorkday(dayNumbered(day));
  let day = Math.floor(began / 24);
  const missedTheMorning = began % 24 > 15 || !works(day);
  if (story.reading === 'received-next-workday' && missedTheMorning)
    do day += 1;
    while (!works(day));
  let left = total;
  while (left > 0) {
    day += 1;
    const page = pages.get(day);
    if (!page) return undefined;
    const countsByUnit = story.unit === 'workday' ? works(day) : left > 1 || works(day);
    if (countsByUnit && !page.touchedByPause) left -= 1;
  }
  return dayNumbered(day);
}

function dueOf(story: History): Day {
  return clock.dueDay(lived(story).ledger, ruleOf(story)) as Day;
}

function ruleOf({ country, days, unit, reading }: History): clock.ClockRule {
  const limit = { days, unit, extension: { days: 10, times: 1 }, notCounted: ['hearing'] };
  return { clock: 'promised', limit, calendar: countries[country].calendar, ...(reading && { cutOff: { time: '15:00', reading } }) };
}

function actAt({ country }: History, localHours: number, actionSeq: number): clock.Act {
  return { at: new Date(firstMidnight + (localHours - countries[country].offset) * hourMs), reason: 'hearing', actionSeq };
}

function dayNumbered(day: number): Day {
  return new Date(firstMidnight + day * 24 * hourMs).toISOString().slice(0, 10);
}
