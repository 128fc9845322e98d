import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import { calendarAsKnown, chinaCalendar, vietnamCalendar } from '#modules/directory/index.ts';
import * as clock from './clock.ts';

const china = calendarAsKnown(chinaCalendar());
const vietnam = calendarAsKnown(vietnamCalendar());
const chinaBeforeExtension = calendarAsKnown(chinaCalendar(), [], new Date('2020-01-23T10:00:00+08:00'));
const cutOff: clock.CutOff = { time: '15:00', reading: 'received-next-workday' };

describe('worked examples', () => {
  const examples: [string, clock.CountingCalendar, string, number, string, clock.CutOff?][] = [
    ['1 make-up Sunday, long holiday', china, '2020-01-17T15:40+08:00', 20, '2020-02-21'],
    ['2 correction notice', china, '2020-01-19T10:00+08:00', 5, '2020-02-03'],
    ['3 one day over the extended holiday', china, '2020-01-23T10:00+08:00', 1, '2020-02-03'],
    ['3 the same before the extension was announced', chinaBeforeExtension, '2020-01-23T10:00+08:00', 1, '2020-01-31'],
    ['4 Sunday works, golden week', china, '2020-09-25T10:00+08:00', 5, '2020-10-09'],
    ['5 make-up Saturday', china, '2026-02-13T10:00+08:00', 1, '2026-02-14'],
    ['6 without the pause', china, '2026-09-18T10:00+08:00', 5, '2026-09-24'],
    ['7 after the cut-off, received next morning', vietnam, '2020-07-30T15:20+07:00', 5, '2020-08-07', cutOff],
    ['7 after the cut-off, hand-over only', vietnam, '2020-07-30T15:20+07:00', 5, '2020-08-06', { ...cutOff, reading: 'hand-over-only' }],
    ['7 in time', vietnam, '2020-07-30T15:00+07:00', 5, '2020-08-06', cutOff],
  ];

  test.each(examples)('%s', (_name, calendar, at, days, due, withCutOff) => {
    const rule = promised(calendar, days, withCutOff);
    expect(clock.dueDay(begun(at), rule)).toBe(due);
    expect(clock.explain(begun(at), rule).dueOn).toBe(due);
  });

  test('6 a pause from 21 to 23 September takes both days out', () => {
    const rule = promised(china, 5);
    const ledger = paused(begun('2026-09-18T10:00+08:00'), rule, ['2026-09-21T09:00+08:00', '2026-09-23T17:00+08:00']);
    expect(sumOf(ledger, rule)).toEqual([
      '2026-09-18 start',
      '2026-09-19 rest',
      '2026-09-20 make-up 1',
      '2026-09-21 paused',
      '2026-09-22 paused',
      '2026-09-23 paused',
      '2026-09-24 workday 2',
      '2026-09-25 holiday',
      '2026-09-26 holiday',
      '2026-09-27 holiday',
      '2026-09-28 workday 3',
      '2026-09-29 workday 4',
      '2026-09-30 workday 5',
    ]);
  });

  test('7 the sum names the cut-off and its reading', () => {
    const late = begun('2020-07-31T15:20+07:00');
    expect(sumOf(late, promised(vietnam, 1, cutOff))).toEqual([
      '2020-07-31 cut-off',
      '2020-08-01 rest',
      '2020-08-02 rest',
      '2020-08-03 start',
      '2020-08-04 workday 1',
    ]);
    expect(clock.explain(late, promised(vietnam, 1, cutOff)).days[0]?.reason).toBe('received-next-workday');
  });

  test('8 the limit starts again from the complete dossier', () => {
    const ledger = done(clock.restart(begun('2020-08-05T10:00+07:00'), 'promised', act('2020-08-10T09:00+07:00', 'complete-dossier')));
    expect(clock.dueDay(ledger, promised(vietnam, 5, cutOff))).toBe('2020-08-17');
  });

  test('9 the apology must be out by the Friday before, and names one new day only', () => {
    expect(clock.noticeBy(vietnam, '2020-08-17', 1)).toBe('2020-08-14');
    const ledger = begun('2020-08-10T09:00+07:00');
    const told = done(clock.appoint(ledger, 'promised', { ...act('2020-08-14T09:00+07:00', 'survey'), on: '2020-08-20' }));
    expect(told.appointments[0]?.on).toBe('2020-08-20');
    expect(clock.dueDay(told, promised(vietnam, 5))).toBe('2020-08-17');
    expect(clock.appoint(told, 'promised', { ...act('2020-08-19T09:00+07:00', 'again'), on: '2020-08-24' })).toMatchObject({
      refused: 'appointed_already',
    });
  });
});

describe('acts', () => {
  const rule = promised(china, 5);
  const ledger = begun('2026-09-18T10:00+08:00');
  const monday = '2026-09-21T09:00+08:00';

  test('a clock starts once', () => {
    expect(clock.start(ledger, 'promised', act(monday))).toMatchObject({ refused: 'clock_already_started' });
  });

  test('a pause needs a reason that the limit knows', () => {
    expect(clock.pause(ledger, rule, act(monday, 'officer-on-leave'))).toEqual({
      refused: 'pause_not_allowed',
      facts: { clock: 'promised', reason: 'officer-on-leave', allowed: ['expert-review', 'correction'] },
    });
  });

  test('only a running clock pauses or stops, only a paused one resumes, only a started one restarts', () => {
    const still = done(clock.pause(ledger, rule, act(monday, 'expert-review')));
    const over = done(clock.stop(ledger, 'promised', act(monday)));
    expect(clock.pause(still, rule, act(monday, 'expert-review'))).toMatchObject({ refused: 'clock_not_running' });
    expect(clock.pause(over, rule, act(monday, 'expert-review'))).toMatchObject({ refused: 'clock_not_running' });
    expect(clock.stop(over, 'promised', act(monday))).toMatchObject({ refused: 'clock_not_running' });
    expect(clock.resume(ledger, 'promised', act(monday))).toMatchObject({ refused: 'clock_not_paused' });
    expect(clock.restart(ledger, 'statutory', act(monday))).toMatchObject({ refused: 'clock_not_started' });
  });

  test('one clock does not move another', () => {
    const two = done(clock.start(ledger, 'statutory', act('2026-09-18T10:00+08:00')));
    const still = done(clock.pause(two, rule, act(monday, 'expert-review')));
    expect(clock.dueDay(still, rule)).toBeUndefined();
    expect(clock.dueDay(still, { ...rule, clock: 'statutory' })).toBe('2026-09-24');
  });

  test('an extension is granted once, up to and on the due day, and moves the due day', () => {
    const extendable = { ...rule, limit: { ...rule.limit, extension: { days: 10, times: 1 } } };
    const longer = done(clock.extend(ledger, extendable, act('2026-09-24T16:00+08:00', 'complex')));
    expect(clock.dueDay(longer, extendable)).toBe('2026-10-15');
    expect(clock.extend(longer, extendable, act(monday))).toMatchObject({ refused: 'extended_already' });
    expect(clock.extend(ledger, extendable, act('2026-09-25T00:00+08:00'))).toMatchObject({
      refused: 'extension_too_late',
      facts: { dueOn: '2026-09-24' },
    });
    expect(clock.extend(ledger, rule, act(monday))).toMatchObject({ refused: 'extension_not_allowed' });
    expect(clock.extend(done(clock.stop(ledger, 'promised', act(monday))), extendable, act(monday))).toMatchObject({
      refused: 'clock_not_running',
    });
  });

  test('no act may lie before the segment it ends', () => {
    expect(() => clock.stop(ledger, 'promised', act('2026-09-17T10:00+08:00'))).toThrow('before');
  });

  test('an act leaves the ledger it was given as it was', () => {
    clock.pause(ledger, rule, act(monday, 'expert-review'));
    expect(ledger.segments).toHaveLength(1);
    expect(ledger.segments[0]?.to).toBeUndefined();
  });
});

describe('remaining', () => {
  const rule = promised(china, 5);
  const ledger = begun('2026-09-18T10:00+08:00');

  test.each([
    ['2026-09-18', 5],
    ['2026-09-20', 4],
    ['2026-09-23', 1],
    ['2026-09-24', 0],
    ['2026-09-25', 0],
    ['2026-09-28', -1],
    ['2026-10-08', -4],
  ])('on %s: %i', (today, left) => expect(clock.remaining(ledger, rule, today)).toBe(left));

  test('a day off after the due day is late though no working day is lost yet', () => {
    expect(['2026-09-24', '2026-09-25'].map((today) => clock.isLate(ledger, rule, today))).toEqual([false, true]);
  });

  test('a pause freezes it, a stop freezes it for ever', () => {
    const still = done(clock.pause(ledger, rule, act('2026-09-22T09:00+08:00', 'expert-review')));
    expect(clock.remaining(still, rule, '2026-10-30')).toBe(3);
    expect(clock.explain(still, rule, '2026-09-23').days.at(-1)).toMatchObject({
      on: '2026-09-23',
      why: 'paused',
      reason: 'expert-review',
    });
    const inTime = done(clock.stop(ledger, 'promised', act('2026-09-24T17:00+08:00')));
    expect([clock.remaining(inTime, rule, '2026-12-01'), clock.isLate(inTime, rule, '2026-12-01')]).toEqual([0, false]);
    const late = done(clock.stop(ledger, 'promised', act('2026-09-28T09:00+08:00')));
    expect([clock.remaining(late, rule, '2026-12-01'), clock.isLate(late, rule, '2026-12-01')]).toEqual([-1, true]);
  });

  test('nothing is due before the start', () => {
    expect(clock.dueDay(clock.emptyLedger, rule)).toBeUndefined();
    expect(clock.remaining(clock.emptyLedger, rule, '2026-09-18')).toBeUndefined();
    expect(clock.explain(clock.emptyLedger, rule)).toEqual({ dueOn: undefined, days: [], provisional: false });
  });
});

describe('edges', () => {
  test('nothing to wait for: due on the day of the act', () => {
    expect(clock.dueDay(begun('2026-09-18T10:00+08:00'), promised(china, 0))).toBe('2026-09-18');
  });

  test('the day is the local one: half past midnight in Shanghai is still the day before in UTC', () => {
    expect(clock.dueDay(begun('2026-09-21T00:30+08:00'), promised(china, 1))).toBe('2026-09-22');
  });

  test('a file that comes on Saturday is due no earlier than one that came late on Friday', () => {
    const rule = promised(vietnam, 5, cutOff);
    expect(clock.dueDay(begun('2020-07-31T15:20+07:00'), rule)).toBe('2020-08-10');
    expect(clock.dueDay(begun('2020-08-01T09:00+07:00'), rule)).toBe('2020-08-10');
  });

  test('calendar days: every day counts, but the last one is a working day', () => {
    const rule = { ...promised(china, 15), limit: { ...promised(china, 15).limit, unit: 'day' as const } };
    expect(clock.dueDay(begun('2026-09-18T10:00+08:00'), rule)).toBe('2026-10-08');
    expect(clock.dueDay(begun('2026-11-02T10:00+08:00'), rule)).toBe('2026-11-17');
    expect(clock.remaining(begun('2026-11-02T10:00+08:00'), rule, '2026-11-21')).toBe(-4);
  });

  test('a sum that runs beyond the published calendar says so', () => {
    const ledger = begun('2026-12-28T10:00+08:00');
    expect(clock.explain(ledger, promised(china, 3)).provisional).toBe(false);
    expect(clock.explain(ledger, promised(china, 4))).toMatchObject({ dueOn: '2027-01-01', provisional: true });
  });
});

describe('tables of the law', () => {
  const value = (code: string, rule: string, on: string) => clock.legalRule(table(code), rule, on)?.value;

  test('every rule is dated and says where it stands', () => {
    for (const rule of [...table('cn').rules, ...table('vn').rules]) {
      expect(rule.law && rule.article).toBeTruthy();
      expect(rule.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('China', () => {
    expect(value('cn', 'correction-notice', '2020-07-30')).toMatchObject({ days: 5, otherwise: 'deemed-accepted' });
    expect(value('cn', 'decide', '2020-07-30')).toMatchObject({ days: 20, extension: { days: 10, times: 1 } });
    expect(value('cn', 'decide-jointly', '2020-07-30')).toMatchObject({ days: 45, extension: { days: 15, times: 1 } });
    expect(value('cn', 'deliver', '2020-07-30')).toMatchObject({ days: 10 });
    expect(value('cn', 'not-counted', '2020-07-30')?.['kinds']).toHaveLength(8);
    expect(value('cn', 'decide', '2004-06-30')).toBeUndefined();
  });

  test('Vietnam', () => {
    expect(value('vn', 'cut-off', '2020-07-30')).toMatchObject(cutOff);
    expect(value('vn', 'return-for-supplement', '2020-07-30')).toMatchObject({ days: 3, limit: 'restarts' });
    expect(value('vn', 'supplement', '2020-07-30')).toMatchObject({ times: 1 });
    expect(value('vn', 'apology', '2020-07-30')).toMatchObject({ days: 1, appointments: 1 });
  });

  test('the later of two rules holds, and none after its last day', () => {
    const rule = { rule: 'deliver', value: { days: 10 }, law: 'a', article: '1', validFrom: '2004-07-01', validTo: '2021-12-31' };
    const rules = [rule, { ...rule, value: { days: 7 }, validFrom: '2021-01-01' }];
    const days = (on: string) => clock.legalRule({ jurisdiction: 'CN', zone: 'Asia/Shanghai', rules }, 'deliver', on)?.value['days'];
    expect([days('2020-12-31'), days('2021-01-01'), days('2022-01-01')]).toEqual([10, 7, undefined]);
  });
});

function promised(calendar: clock.CountingCalendar, days: number, withCutOff?: clock.CutOff): clock.ClockRule {
  const limit: clock.Limit = { days, unit: 'workday', notCounted: ['expert-review', 'correction'] };
  return { clock: 'promised', limit, calendar, ...(withCutOff && { cutOff: withCutOff }) };
}

function act(at: string, reason = 'accepted'): clock.Act {
  return { at: new Date(at), reason, actionSeq: Date.parse(at) };
}

function begun(at: string): clock.Ledger {
  return done(clock.start(clock.emptyLedger, 'promised', act(at)));
}

function paused(ledger: clock.Ledger, rule: clock.ClockRule, [from, to]: [string, string]): clock.Ledger {
  return done(clock.resume(done(clock.pause(ledger, rule, act(from, 'expert-review'))), 'promised', act(to)));
}

function done(result: clock.Ledger | Refusal): clock.Ledger {
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

function sumOf(ledger: clock.Ledger, rule: clock.ClockRule): string[] {
  return clock.explain(ledger, rule).days.map(({ on, why, number }) => [on, why, ...(number ? [number] : [])].join(' '));
}

function table(code: string): clock.LegalTable {
  return parse(readFileSync(new URL(`../../../../data/limits/${code}.yaml`, import.meta.url), 'utf8'));
}
