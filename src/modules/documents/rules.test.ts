import { describe, expect, test } from 'vitest';
import { codeIn, toFileName, toScan, verdictOf, whyHeld, whyUnusable } from './rules.ts';

const mine = { ownerId: 'me', gone: false };

describe('which file may be used and opened', () => {
  test('without a real scanner nothing is called clean, but the test virus is still infected', () => {
    expect(toScan('clean', true)).toBe('not-scanned');
    expect(toScan('clean', false)).toBe('clean');
    expect(toScan('infected', true)).toBe('infected');
  });

  test('infected, unreadable and waiting files are opened by nobody; unscanned ones only where the operator allows it', () => {
    expect(whyHeld('clean', 'hold')).toBeUndefined();
    expect(whyHeld('infected', 'serve')).toBe('file_infected');
    expect(whyHeld('unreadable', 'serve')).toBe('file_unreadable');
    expect(whyHeld('pending', 'serve')).toBe('file_being_scanned');
    expect(whyHeld('not-scanned', 'serve')).toBeUndefined();
    expect(whyHeld('not-scanned', 'hold')).toBe('file_not_scanned');
  });

  test('an applicant is not blocked by a slow scanner, but by a virus and by a file of somebody else', () => {
    expect(whyUnusable({ ...mine, scan: 'pending' }, 'me', 'hold')).toBeUndefined();
    expect(whyUnusable({ ...mine, scan: 'infected' }, 'me', 'serve')).toBe('infected');
    expect(whyUnusable({ ...mine, scan: 'unreadable' }, 'me', 'serve')).toBe('unreadable');
    expect(whyUnusable({ ...mine, scan: 'not-scanned' }, 'me', 'hold')).toBe('not_scanned');
    expect(whyUnusable({ ...mine, scan: 'clean' }, 'you', 'serve')).toBe('not_yours');
    expect(whyUnusable({ ...mine, scan: 'clean', gone: true }, 'me', 'serve')).toBe('not_found');
    expect(whyUnusable(undefined, 'me', 'serve')).toBe('not_found');
  });
});

test('a claimed name loses folders, control and direction characters, and keeps its ending', () => {
  expect(toFileName('C:\\fakepath\\门头.jpg')).toBe('门头.jpg');
  expect(toFileName('../../etc/passwd')).toBe('passwd');
  expect(toFileName('photo\u202Egpj.exe\r\nX: y')).toBe('photogpj.exeX y');
  expect(toFileName('...')).toBe('file');
  expect(toFileName(`${'长'.repeat(300)}.pdf`)).toBe(`${'长'.repeat(110)}.pdf`);
});

describe('verification', () => {
  const registered = { sha256: 'a', revokedAt: null };
  test.each([
    [undefined, 'a', 'unknown'],
    [registered, undefined, 'genuine'],
    [registered, 'a', 'genuine'],
    [registered, 'b', 'altered'],
    [{ ...registered, revokedAt: new Date(0) }, 'a', 'revoked'],
    [{ ...registered, revokedAt: new Date(0) }, 'b', 'altered'],
  ] as const)('%o compared with %s is %s', (found, hash, verdict) => {
    expect(verdictOf(found, hash)).toBe(verdict);
  });

  test('the code is read out of the reason of the last signature', () => {
    const octal = (text: string) =>
      Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
    expect(codeIn(`/Reason (${octal('准予决定书 VC7K-4M2P-9XQ6')})`)).toBe('VC7K-4M2P-9XQ6');
    expect(codeIn(`/Reason(${octal('nothing')})`)).toBeUndefined();
    expect(codeIn('/Reason (plain)')).toBeUndefined();
  });
});
