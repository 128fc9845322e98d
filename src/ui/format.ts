import type { Language } from '#kernel/locale.ts';
import { uiWords } from './locales/index.ts';

/** How far a date is written out: `long` with year and weekday, `day` with the year, `short` without either, `weekday` short with the weekday. */
export type DateLook = 'long' | 'day' | 'short' | 'weekday';

const weekdays: Record<Language, readonly string[]> = {
  'zh-Hans': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  'zh-Hant': ['週日', '週一', '週二', '週三', '週四', '週五', '週六'],
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMs = 86_400_000;

/** 0 is Sunday. 1 January 1970 was a Thursday. */
function weekdayOf(year: number, month: number, day: number): number {
  return (((Date.UTC(year, month - 1, day) / dayMs + 4) % 7) + 7) % 7;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A calendar day `YYYY-MM-DD` as its readers write it: `2026年8月5日（周三）`, `Thứ Tư, 05/08/2026`, `2026-08-05 (Wed)`. */
export function formatDay(on: string, language: Language, look: DateLook = 'long'): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const weekday = formatWeekday(on, language);
  const withYear = look === 'long' || look === 'day';
  const withWeekday = look === 'long' || look === 'weekday';
  if (language === 'vi') {
    const date = withYear ? `${two(day)}/${two(month)}/${year}` : `${two(day)}/${two(month)}`;
    return withWeekday ? `${weekday}, ${date}` : date;
  }
  if (language === 'en') {
    const date = withYear ? `${year}-${two(month)}-${two(day)}` : `${day} ${months[month - 1]}`;
    return withWeekday ? `${date} (${weekday})` : date;
  }
  const date = withYear ? `${year}年${month}月${day}日` : `${month}月${day}日`;
  return withWeekday ? `${date}（${weekday}）` : date;
}

/** `周三`, `Thứ Tư`, `Wed`. */
export function formatWeekday(on: string, language: Language): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return weekdays[language][weekdayOf(year, month, day)] ?? '';
}

const partsByZone = new Map<string, Intl.DateTimeFormat>();

function partsIn(at: Date, zone: string): Record<string, string> {
  let format = partsByZone.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    partsByZone.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(at: Date, zone: string): string {
  const { year, month, day } = partsIn(at, zone);
  return `${year}-${month}-${day}`;
}

/** `9:05` in Chinese, `09:05` elsewhere. */
export function formatTime(at: Date, language: Language, zone: string): string {
  const { hour = '', minute = '' } = partsIn(at, zone);
  return `${language.startsWith('zh') ? Number(hour) : hour}:${minute}`;
}

/** `2026年8月5日（周三）10:20`, `05/08/2026 10:20`, `2026-08-05 (Wed) 10:20`. */
export function formatInstant(at: Date, language: Language, { zone, look = 'long' }: { zone: string; look?: DateLook }): string {
  const chosen = language === 'vi' && look === 'long' ? 'day' : look;
  const day = formatDay(dayIn(at, zone), language, chosen);
  return day.endsWith('）') ? `${day}${formatTime(at, language, zone)}` : `${day} ${formatTime(at, language, zone)}`;
}

const numberLocales: Record<Language, string> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', vi: 'vi-VN', en: 'en-GB' };

export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(numberLocales[language], { maximumFractionDigits: digits }).format(value);
}

/** `88.9%` always with what it was made of: `88.9%（1600 / 1800）`. */
export function formatShare(part: number, whole: number, language: Language): string {
  const of = `${formatNumber(part, language)} / ${formatNumber(whole, language)}`;
  if (whole === 0) return of;
  const share = `${formatNumber((part / whole) * 100, language, 1)}%`;
  return language.startsWith('zh') ? `${share}（${of}）` : `${share} (${of})`;
}

/** The two largest units of a stretch of time: `2小时5分钟`. */
export function formatDuration(seconds: number, language: Language): string {
  const words = uiWords(language).time;
  const parts = [
    { count: Math.floor(seconds / 86_400), say: words.days },
    { count: Math.floor(seconds / 3_600) % 24, say: words.hours },
    { count: Math.floor(seconds / 60) % 60, say: words.minutes },
    { count: Math.floor(seconds) % 60, say: words.seconds },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  if (first < 0) return words.seconds(0);
  const shown = parts.slice(first, first + 2).filter(({ count }) => count > 0);
  return shown.map(({ count, say }) => say(count)).join(language.startsWith('zh') ? '' : ' ');
}

/** `06:41`, for counting clocks. */
export function formatClock(seconds: number): string {
  return `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds) % 60)}`;
}

export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)), language)} KB`;
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}

/** `138****5521`: the first three and the last four. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `3***************2`: the first and the last character. */
export function maskId(idNo: string): string {
  return idNo.length < 3 ? '***' : `${idNo.slice(0, 1)}${'*'.repeat(idNo.length - 2)}${idNo.slice(-1)}`;
}

const doubleSurnames = [
  '欧阳',
  '歐陽',
  '司马',
  '司馬',
  '上官',
  '诸葛',
  '諸葛',
  '东方',
  '東方',
  '皇甫',
  '尉迟',
  '尉遲',
  '公孙',
  '公孫',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
];

/** 林** whatever the length: surname and two stars. A name in letters keeps its first word. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '';
  if (/\s/.test(trimmed) || !/\p{Script=Han}/u.test(trimmed)) return `${trimmed.split(/\s+/)[0]} **`;
  const surname = doubleSurnames.find((double) => trimmed.startsWith(double)) ?? [...trimmed][0];
  return `${surname}**`;
}

/** `HC7K4M2P9XQ6` → `HC7K-4M2P-9XQ6`: people read and type groups of four. */
export function groupsOfFour(no: string): string {
  return (
    no
      .replaceAll(/[\s-]+/g, '')
      .match(/.{1,4}/g)
      ?.join('-') ?? no
  );
}
