import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#kernel/result.ts';
import type { Question } from '../item.ts';
import { type FormContext, parseAnswer } from './parse-answer.ts';

const parse = (question: Partial<Question> & Pick<Question, 'type'>, raw: unknown, context?: FormContext) => {
  const value = parseAnswer({ key: 'q', ...question }, raw, context);
  return isRefusal(value) ? value.refused : value;
};

describe('text', () => {
  test.each([
    ['  林晓  ', '林晓'],
    ['𠮷野家', '𠮷野家'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['㐂 \u{30EDE}\u{30EDD}面', '㐂 \u{30EDE}\u{30EDD}面'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['塚\ufa10', '塚\ufa10'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['a\u200bb\ufeff', 'ab'],
    ['Robert\'); DROP TABLE "case";--', 'Robert\'); DROP TABLE "case";--'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['一行\r\n两行\t三', '一行 两行 三'],
    ['\u3000全角\u3000空格\u3000', '全角 空格'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%j is kept as %j', (raw, kept) => {
    expect(parse({ type: 'text' }, raw)).toBe(kept);
  });

  test.each(['a\0b', '\u202eexe.pdf', 'x\u2066y', '\x1b[31m', '\ud800', 'a\ufffe', '\u{e0041}tag', '\x7f'])('%j is refused', (raw) => {
    expect(parse({ type: 'text' }, raw)).toBe('forbidden_character');
  });

  test('the refused character is named', () => {
    expect(parseAnswer({ key: 'q', type: 'text' }, 'a\u202eb')).toEqual({
      refused: 'forbidden_character',
      facts: { key: 'q', character: 'U+202E' },
    });
  });

  test.each(['', '   ', '\u3000', '\u200b\u200d', '\u2800', '\u3164', null, undefined])('%j counts as nothing', (raw) => {
    expect(parse({ type: 'text' }, raw)).toBe('required');
    expect(parse({ type: 'text', optional: true }, raw)).toBe(null);
  });

  test('length is counted as people count, not in code units', () => {
    expect(parse({ type: 'text', max: 3 }, '𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷');
    expect(parse({ type: 'text', max: 3 }, '𠮷𠮷𠮷𠮷')).toBe('too_long');
    expect(parse({ type: 'text', min: 2 }, '𠮷')).toBe('too_short');
    expect(parse({ type: 'text' }, 'x'.repeat(201))).toBe('too_long');
  });

  test('a long text keeps its lines', () => {
    expect(parse({ type: 'long-text' }, ' 一\r\n二  \n\n三 ')).toBe('一\n二\n\n三');
  });

  test('the dots people type in names become the one of the identity card', () => {
    for (const dot of '•‧・·') expect(parse({ type: 'person-name' }, `迪丽${dot}热巴`)).toBe('迪丽·热巴');
  });

  test('programs that send other things than text are told so', () => {
    for (const raw of [12, true, {}, ['x']]) expect(parse({ type: 'text' }, raw)).toBe('wrong_shape');
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('text', 'long-text', 'person-name', 'phone', 'date', 'number', 'email'),
        (raw, type) => {
          const once = parseAnswer({ key: 'q', type, decimals: 2 }, raw);
          if (isRefusal(once)) return;
          expect(parseAnswer({ key: 'q', type, decimals: 2 }, once)).toEqual(once);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('numbers', () => {
  test.each([
    ['46.5', 46.5],
    ['４６．５', 46.5],
    [' 1,234.50 ', 1234.5],
    ['－3', -3],
    ['007', 7],
    ['-0', 0],
    [46.5, 46.5],
  ])('%j is %s', (raw, value) => {
    expect(parse({ type: 'number', decimals: 2 }, raw)).toBe(value);
  });

  test.each(['abc', '1e5', '0x10', 'NaN', 'Infinity', '1,5', '12,34', '1.2.3', '四十', '--1', '.5', Number.NaN, 1e21, '٣'])(
    '%j is not a number',
    (raw) => {
      expect(parse({ type: 'number', decimals: 2 }, raw)).toBe('not_a_number');
    },
  );

  test('bounds and decimals are the question’s', () => {
    expect(parse({ type: 'number', min: 1 }, '0')).toBe('too_small');
    expect(parse({ type: 'number', max: 20000 }, '20001')).toBe('too_large');
    expect(parse({ type: 'number' }, '9'.repeat(30))).toBe('too_large');
    expect(parse({ type: 'number' }, '1.5')).toBe('too_many_decimals');
    expect(parse({ type: 'number', decimals: 1 }, '1.50')).toBe(1.5);
    expect(parse({ type: 'number', decimals: 2 }, 0.1 + 0.2)).toBe('too_many_decimals');
  });

  test('a đồng has no hundredths, a yuan has, and neither is negative', () => {
    expect(parse({ type: 'money', unit: 'VND' }, '1500000')).toBe(1500000);
    expect(parse({ type: 'money', unit: 'VND' }, '1.500')).toBe('too_many_decimals');
    expect(parse({ type: 'money', unit: 'CNY' }, '0.01')).toBe(0.01);
    expect(parse({ type: 'money' }, '-1')).toBe('too_small');
  });
});

describe('dates', () => {
  test.each([
    '2020-07-30',
    '2020/7/30',
    '2020.7.30',
    '2020年7月30日',
    '30/07/2020',
    '30-7-2020',
    '20200730',
    '２０２０－０７－３０',
    ' 2020 年 7 月 30 日 ',
  ])('%s is 30 July 2020', (raw) => {
    expect(parse({ type: 'date' }, raw)).toBe('2020-07-30');
  });

  test('three fields are one date', () => {
    expect(parse({ type: 'date' }, { year: '2020', month: '7', day: '30' })).toBe('2020-07-30');
    expect(parse({ type: 'date' }, { year: '', month: '', day: '' })).toBe('required');
  });

  test.each([
    '2020-02-30',
    '2021-02-29',
    '2020-13-01',
    '2020-00-10',
    '31/11/2020',
    '7/30/2020',
    '20-07-30',
    'yesterday',
    '2020-07-30T00:00Z',
    '0000-00-00',
  ])('%s is no date', (raw) => {
    expect(parse({ type: 'date' }, raw)).toBe('not_a_date');
  });

  test('absurd days and days outside the question’s bounds are refused', () => {
    expect(parse({ type: 'date' }, '0020-07-30')).toBe('date_out_of_range');
    expect(parse({ type: 'date' }, '9999-12-31')).toBe('date_out_of_range');
    expect(parse({ type: 'date', latest: 'today' }, '2020-07-31', { today: '2020-07-30' })).toBe('date_out_of_range');
    expect(parse({ type: 'date', earliest: 'today-60' }, '2020-05-31', { today: '2020-07-30' })).toBe('2020-05-31');
    expect(parse({ type: 'date', earliest: 'today-60' }, '2020-05-30', { today: '2020-07-30' })).toBe('date_out_of_range');
  });
});

describe('choices', () => {
  const choices = ['a', 'b', 'c'].map((key) => ({ key, name: { en: key } }));
  test('only what is offered can be chosen, once, in the item’s order', () => {
    expect(parse({ type: 'choice', choices }, 'b')).toBe('b');
    expect(parse({ type: 'choice', choices }, 'toString')).toBe('not_a_choice');
    expect(parse({ type: 'choices', choices }, ['c', 'a', 'c'])).toEqual(['a', 'c']);
    expect(parse({ type: 'choices', choices }, 'b')).toEqual(['b']);
    expect(parse({ type: 'choices', choices }, ['x'])).toBe('not_a_choice');
    expect(parse({ type: 'choices', choices, max: 1 }, ['a', 'b'])).toBe('too_many_choices');
    expect(parse({ type: 'choices', choices, min: 2 }, ['a'])).toBe('too_few_choices');
    expect(parse({ type: 'choices', choices }, [])).toBe('required');
  });

  test('yes and no come as words or as truth values', () => {
    expect(['yes', 'true', '1', 'on', true].map((raw) => parse({ type: 'yes-no' }, raw))).toEqual(Array(5).fill(true));
    expect(['no', 'false', '0', false].map((raw) => parse({ type: 'yes-no' }, raw))).toEqual(Array(4).fill(false));
    expect(parse({ type: 'yes-no' }, 'maybe')).toBe('not_a_choice');
  });
});

describe('contacts and identity', () => {
  test.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['0600-610 2331', '06006102331'],
    ['0755-12345678 转 801', '075512345678x801'],
    ['+84 905 123 456', '0905123456'],
    ['0236 381 0022', '02363810022'],
    ['+852 2345 6789', '+85223456789'],
  ])('the phone %s is kept as %s', (raw, kept) => {
    expect(parse({ type: 'phone' }, raw)).toBe(kept);
  });
  test.each(['1380013800', '138001380001', '12345', 'phone', '+', '1'.repeat(16)])('%s is no phone', (raw) => {
    expect(parse({ type: 'phone' }, raw)).toBe('bad_phone');
  });

  test('an email address keeps its name and lower-cases its domain', () => {
    expect(parse({ type: 'email' }, ' An.Nhien+a@Mail.Example.VN ')).toBe('An.Nhien+a@mail.example.vn');
    for (const raw of ['a@b', 'a b@c.vn', '@c.vn', 'a@@c.vn', 'a..b@c.vn', 'a@-c.vn', 'a@c.vn\nbcc: x@y.z'])
      expect(parse({ type: 'email' }, raw)).toBe('bad_email');
  });

  test('an identity number is taken with spaces, full width and a small x', () => {
    expect(parse({ type: 'identity-number' }, '11010519491231002x')).toBe('11010519491231002X');
    expect(parse({ type: 'identity-number' }, '１１０１０５ １９４９１２３１ ００２Ｘ')).toBe('11010519491231002X');
    expect(parse({ type: 'identity-number' }, '110105194912310021')).toBe('bad_identity_number');
    expect(parse({ type: 'identity-number', accepts: ['cn-organization'] }, '11440000006939756b')).toBe('11440000006939756B');
  });
});

test('no raw value whatever makes any type of question throw', () => {
  const types = [
    'text',
    'long-text',
    'number',
    'money',
    'date',
    'yes-no',
    'choice',
    'choices',
    'person-name',
    'identity-number',
    'phone',
    'email',
    'address',
    'list',
  ] as const;
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true }),
      fc.constantFrom(...types),
      (raw, type) => {
        parseAnswer({ key: 'q', type }, raw);
      },
    ),
    { numRuns: 3000 },
  );
});
