import { type Language, textIn } from '#kernel/locale.ts';
import type { Catalogue } from '#modules/catalogue/index.ts';
import type { Directory } from '#modules/directory/index.ts';
import type { SuspensionRow } from '../rules.ts';

export type Names = {
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly everything: string;
  readonly language: Language;
};

/** What a suspension reaches, by the names people know: everything, a hall, a unit, a service. */
export function scopeName(
  row: Pick<SuspensionRow, 'venueCode' | 'unitCode' | 'itemCode'>,
  { catalogue, directory, everything, language }: Names,
): string {
  const named = [
    row.venueCode && (textIn(directory.venueByCode.get(row.venueCode)?.name, language) || row.venueCode),
    row.unitCode && (textIn(directory.unitByCode.get(row.unitCode)?.name, language) || row.unitCode),
    row.itemCode && (textIn(catalogue.byCode.get(row.itemCode)?.name, language) || row.itemCode),
  ].filter(Boolean);
  return named.length > 0 ? named.join(' · ') : everything;
}

export type Phase = 'inForce' | 'toCome' | 'past';

export function phaseOf({ fromAt, untilAt, endedAt }: Pick<SuspensionRow, 'fromAt' | 'untilAt' | 'endedAt'>, now: Date): Phase {
  if (endedAt || (untilAt && untilAt <= now)) return 'past';
  return fromAt > now ? 'toCome' : 'inForce';
}
