import { expect, test } from 'vitest';
import { fromSpans, toChange, toSpans } from './plan-form.ts';

test('hours are read as people write them, and what is no hours is left for the schema to refuse', () => {
  const spans = [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ];
  expect(toSpans('8:30-12:00，13:00–18:00')).toEqual(spans);
  expect(toSpans(fromSpans(spans))).toEqual(spans);
  expect(toSpans('')).toEqual([]);
  expect(toSpans('from nine to five')).toEqual(['from nine to five']);
});

test('a closed window and the empty line for a new one are not part of the plan, and days without hours follow the hall', () => {
  const rest = JSON.stringify({ kind: 'hall', zones: [{ zone: '1', name: {}, cap: 5 }], services: [{ group: 'A', cells: 2 }] });
  const window = { groups: 'A', zone: '', personCap: '2' };
  const change = toChange({
    rest,
    from: { year: '2020', month: '7', day: '30' },
    plan: { cap: '60' },
    zones: { '0': '6' },
    cells: { '0': '3' },
    hours: { '1': '', '2': '' },
    windows: { '0': { ...window, windowNo: '01' }, '1': { ...window, windowNo: '02', closed: 'true' }, '2': { ...window, windowNo: '' } },
  });
  expect(change['validFrom']).toBe('2020-07-30');
  expect(change['plan']).toEqual({
    kind: 'hall',
    cap: '60',
    zones: [{ zone: '1', name: {}, cap: '6' }],
    services: [{ group: 'A', cells: '3' }],
    windows: [{ ...window, windowNo: '01' }],
  });
});
