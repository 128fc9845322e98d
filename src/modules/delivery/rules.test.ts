import { describe, expect, test } from 'vitest';
import { beginning, readScan, toRecipient, toScan } from './rules.ts';

const known = { name: '王秀兰', phone: '13800000000' };

describe('how a result begins its way', () => {
  test('by courier at once when the address is there, else it waits for the address', () => {
    expect(beginning({ way: 'courier', address: '安和路52号' }, known)).toEqual({
      way: 'courier',
      state: 'booking',
      recipient: { ...known, address: '安和路52号' },
    });
    expect(beginning({ way: 'courier', address: '  ' }, known)).toEqual({ way: 'courier', state: 'ready', recipient: undefined });
  });

  test('online when nothing was wished', () => {
    expect(beginning({}, known)).toMatchObject({ way: 'electronic', state: 'ready' });
  });

  test('what is given now goes before what was known', () => {
    expect(toRecipient({ name: '林川', address: '北渡街1号' }, { ...known, address: '安和路52号' })).toEqual({
      name: '林川',
      phone: '13800000000',
      address: '北渡街1号',
    });
    expect(toRecipient({ phone: '1' }, { name: '林川', address: '安和路52号' })).toBeUndefined();
  });
});

test('the scanner at the counter types a code, a number, or both', () => {
  expect(readScan('４８２９１３')).toEqual({ code: '482913' });
  expect(readScan(' HC7K-4M2P-9XQ6 ')).toEqual({ caseNo: 'HC7K-4M2P-9XQ6' });
  expect(readScan(toScan('HC7K-4M2P-9XQ6', '482913'))).toEqual({ caseNo: 'HC7K-4M2P-9XQ6', code: '482913' });
  expect(readScan('')).toEqual({});
});
