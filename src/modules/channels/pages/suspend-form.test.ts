import { expect, test } from 'vitest';
import { instantIn, toWanted } from './suspend-form.ts';

const day = (value: string) => {
  const [year = '', month = '', dayOfMonth = ''] = value.split('-');
  return { year, month, day: dayOfMonth };
};

test('a day and a time are an instant of the clocks on the wall', () => {
  expect(instantIn('2020-07-30', '13:00').toISOString()).toBe('2020-07-30T05:00:00.000Z');
});

test('the boxes become what the endpoint takes', () => {
  expect(
    toWanted({
      scope: 'venue',
      venue: 'hechuan-hall',
      unit: '',
      channels: ['walk-in'],
      from: day('2020-7-30'),
      fromTime: '13:00',
      until: day(''),
      untilTime: '',
      reason: { 'zh-Hans': '疫情防控', vi: '' },
      urgentExcepted: 'true',
    }),
  ).toEqual({
    scope: { venue: 'hechuan-hall' },
    channels: ['walk-in'],
    from: '2020-07-30T05:00:00.000Z',
    until: undefined,
    reason: { 'zh-Hans': '疫情防控' },
    urgentExcepted: 'true',
  });
});

test('“one hall” without a hall is nothing, and never everything', () => {
  expect(toWanted({ scope: 'venue', venue: '' })['scope']).toBeUndefined();
});

test('what is no date is left for the form to refuse', () => {
  expect(toWanted({ scope: 'all', from: day('2020-2-31'), fromTime: '13:00' })['from']).toBe('2020-2-31');
  expect(toWanted({ scope: 'all', from: day('2020-2-3'), fromTime: '25:00' })['from']).toBe('2020-2-3');
});
