import type { Item, ItemLimit } from '../../item.ts';
import type { Candidate, Notes } from '../candidate.ts';
import { isNothing } from '../plain-text.ts';
import { readLimit, toDigits } from './limits.ts';

/** 行政许可法 art. 42: twenty working days where nothing else is laid down. */
const usual: ItemLimit = { days: 20, unit: 'workday' };
const shown = (text: string) => text.slice(0, 60);

/** The law's limit and the promise. A promise nobody made is the law's limit, or the usual one, and is noted. */
export function readLimits(row: Candidate, notes: Notes): Item['limits'] {
  const statutory = limitOf(row.statutory, 'statutory', notes);
  const promised =
    limitOf(row.promised, 'promised', notes) ?? (isInstant(row.handling) ? { days: 0, unit: 'workday' as const } : undefined);
  if (!statutory && row.kind !== '21' && !/公共服务|public/i.test(row.kind)) notes.warn('statutory_missing');
  if (!promised) notes.warn(statutory ? 'promise_missing' : 'limits_missing', { taken: statutory ?? usual });
  const kept = promised ?? statutory ?? usual;
  if (!statutory) return { promised: kept };
  if (inCalendarDays(kept) <= inCalendarDays(statutory)) return { statutory, promised: kept };
  notes.warn('promise_above_law', { promised: kept, statutory });
  return { statutory, promised: statutory };
}

function limitOf(written: string, field: 'statutory' | 'promised', notes: Notes): ItemLimit | undefined {
  if (isNothing(written)) return undefined;
  const read = readLimit(written);
  if (!read) notes.warn('limit_unreadable', { field, written: shown(written) });
  else if (read.doubt) notes.warn(read.doubt, { field, written: shown(written), taken: read.limit });
  return read?.limit;
}

function isInstant(handling: string): boolean {
  return /^0?1$|即办|即时|当场|马上办|trả ngay|instant|on the spot/i.test(handling);
}

function inCalendarDays({ days, unit }: ItemLimit): number {
  return unit === 'workday' ? days * 1.4 : days;
}

const mostVisits = 20;

export function readVisits(written: string, online: boolean, notes: Notes): number {
  const text = toDigits(written.normalize('NFKC'));
  const number = /\d+/.exec(text)?.[0];
  if (number !== undefined && Number(number) <= mostVisits) return Number(number);
  if (/零|无需|不需|免|không (phải|cần)/.test(written)) return 0;
  const taken = online ? 0 : 1;
  notes.warn(isNothing(written) ? 'visits_missing' : 'visits_unreadable', { written: shown(written), taken });
  return taken;
}
