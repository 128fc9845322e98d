import type { PageRequest } from '#kernel/page.ts';
import { codeToGuest } from '../../guest.ts';

type Posted = Readonly<Record<string, unknown>>;

/** What the form of a door posts, as the endpoint wants it. `36,5`, `36.5` and `365` are the same temperature. */
export function toScreening(values: Posted, { params }: PageRequest): object {
  const { code, temperature, party, name, idNumber, phone, unit, origin, regions, symptoms, ...rest } = values;
  const identity = Object.fromEntries(
    Object.entries({ name, idNumber, phone, unit, origin }).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
  return {
    ...rest,
    ...(typeof code === 'string' && code !== '' ? codeToGuest(code) : {}),
    temperature: toDegrees(temperature),
    symptoms: symptoms ?? [],
    region: toList(regions),
    ...(party ? { party } : {}),
    ...(Object.keys(identity).length > 0 ? { identity } : {}),
    door: params['door'],
  };
}

function toDegrees(typed: unknown): string {
  const plain = typeof typed === 'string' ? typed.normalize('NFKC').trim().replace(',', '.') : '';
  return /^\d{3}$/.test(plain) ? `${plain.slice(0, 2)}.${plain.slice(2)}` : plain;
}

function toList(value: unknown): unknown[] {
  return value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
}
