import type { ItemLimit } from '../../item.ts';

/** A time limit as somebody wrote it. `doubt` says what had to be guessed. */
export type ReadLimit = { readonly limit: ItemLimit; readonly doubt?: string };

const onTheSpot =
  /即办|即时|当场|当日|马上办|立即|立等|现场办结|随到随办|ngay (trong ngày|sau khi|lập tức)|^ngay$|trong ngày|trả kết quả ngay|on the spot|immediate|instant|same day/i;
const workday = /工作日|工作天|个工作|工日|ngày làm việc|ngay lam viec|work(ing)?[ -]?days?|business days?|\bwd\b/i;
const month = /个?月|tháng|months?/i;
const year = /年|năm|years?/i;
const hour = /小时|個小時|时(?!限)|giờ|hours?/i;
const day = /自然日|日历日|日|天|ngày|ngay|days?/i;
const mostDays = 3650;

/** Undefined when the text gives no limit: empty, 无, or nothing with a number in it. */
export function readLimit(raw: string, usualUnit?: ItemLimit['unit']): ReadLimit | undefined {
  const text = toDigits(raw.normalize('NFKC'));
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  if (numbers.length === 0) return onTheSpot.test(text) ? { limit: { days: 0, unit: 'workday' } } : undefined;
  const amount = numbers.length > 1 && /[-~—–至到]|đến|\bto\b/.test(text) ? Math.max(...numbers) : (numbers[0] as number);
  const read = toLimit(amount, text, usualUnit);
  if (!read || read.limit.days > mostDays) return undefined;
  return numbers.length > 1 && !read.doubt ? { ...read, doubt: 'limit_several_numbers' } : read;
}

function toLimit(amount: number, text: string, usualUnit: ItemLimit['unit'] | undefined): ReadLimit | undefined {
  const days = Math.ceil(amount);
  const rounded = days === amount ? {} : { doubt: 'limit_rounded' };
  if (workday.test(text)) return { limit: { days, unit: 'workday' }, ...rounded };
  if (hour.test(text)) return { limit: { days: Math.ceil(amount / 8), unit: 'workday' }, doubt: 'limit_in_hours' };
  if (month.test(text)) return { limit: { days: Math.ceil(amount * 30), unit: 'day' }, doubt: 'limit_in_months' };
  if (year.test(text)) return { limit: { days: Math.ceil(amount * 365), unit: 'day' }, doubt: 'limit_in_months' };
  if (day.test(text)) return { limit: { days, unit: usualUnit === 'workday' && !/自然|日历/.test(text) ? 'workday' : 'day' }, ...rounded };
  if (usualUnit) return { limit: { days, unit: usualUnit }, ...rounded };
  return { limit: { days, unit: 'workday' }, doubt: 'limit_without_unit' };
}

const digits = '零一二三四五六七八九';

/** 二十个工作日 → 20个工作日. */
export function toDigits(text: string): string {
  return text
    .replace(/两/g, '二')
    .replace(/[零一二三四五六七八九十百]+(?=\s*(?:个|工作|日|天|月|年|次|小时))/g, (written) => String(chineseNumber(written)));
}

function chineseNumber(written: string): number {
  let total = 0;
  let unit = 0;
  for (const character of written) {
    if (character === '百' || character === '十') {
      total += (unit || 1) * (character === '百' ? 100 : 10);
      unit = 0;
    } else unit = digits.indexOf(character);
  }
  return total + unit;
}
