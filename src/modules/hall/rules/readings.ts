import type { PolicyRules } from '../contract/policy.ts';
import { needsHand } from './screening.ts';

export type Reading = { readonly id: string; readonly at: Date; readonly temperature: number; readonly quality: 'good' | 'poor' };

type Row = Readonly<Record<string, unknown>>;

/** What a robot sent, checked one by one; undefined when it is no list of readings. `ambient` is allowed and not kept. */
export function toReadings(sent: unknown): Reading[] | undefined {
  const list = Array.isArray(sent) ? sent : (sent as { readings?: unknown } | null | undefined)?.readings;
  if (!Array.isArray(list) || list.length > 5000) return undefined;
  const readings = list.map((one) => (typeof one === 'object' && one !== null ? toReading(one as Row) : undefined));
  return readings.every((reading) => reading !== undefined) ? readings : undefined;
}

/** A file of lines with a head `id,at,temperature,quality`, as simple gates write it. */
export function csvToRows(text: string): Row[] | undefined {
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = head?.split(/[,;\t]/).map((name) => name.trim());
  if (!names?.includes('temperature')) return undefined;
  return lines.map((line) => Object.fromEntries(line.split(/[,;\t]/).map((cell, index) => [names[index] ?? '', cell.trim()])));
}

function toReading({ id, at, temperature, quality }: Row): Reading | undefined {
  const when = new Date(typeof at === 'string' ? at : Number.NaN);
  const value = typeof temperature === 'string' && temperature !== '' ? Number(temperature) : temperature;
  const isWhole = (typeof id === 'string' || typeof id === 'number') && String(id).length > 0 && String(id).length <= 80;
  if (!isWhole || Number.isNaN(when.getTime()) || typeof value !== 'number' || !(value >= 20 && value <= 50)) return undefined;
  return { id: String(id), at: when, temperature: value, quality: quality === 'poor' ? 'poor' : 'good' };
}

const calibrationDays = 365;

/** A robot out of calibration, and a poor reading, are doubted altogether. */
export function flagged(policy: PolicyRules, reading: Reading, calibratedOn: string | null): boolean {
  const age = calibratedOn === null ? 0 : (reading.at.getTime() - Date.parse(calibratedOn)) / 86_400_000;
  return needsHand(policy, { temperature: reading.temperature, quality: age > calibrationDays ? 'poor' : reading.quality });
}
