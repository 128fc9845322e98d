import { instantAt } from '#kernel/workdays.ts';
import { centreZone } from '#modules/identity/index.ts';
import { readLocal } from './venue.ts';

type Posted = Readonly<Record<string, unknown>>;

/** The form of a policy as the endpoint wants it: regions come as lines, the hospital as one text, an instant by the centre’s clocks. */
export function toPolicy({ effectiveAt, version, rules: posted }: Posted): object {
  const { regions, hospital, symptoms, isolationRecord, ...rest } = (posted ?? {}) as Record<string, unknown>;
  const local = readLocal(effectiveAt);
  return {
    version,
    ...(effectiveAt === '' || effectiveAt === undefined
      ? {}
      : { effectiveAt: local ? instantAt(local.day, local.minute, centreZone()).toISOString() : effectiveAt }),
    rules: {
      ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toNumber(value)])),
      symptoms: symptoms ?? [],
      isolationRecord: isolationRecord === 'true',
      regions: toRegions(regions),
      hospital:
        typeof hospital === 'string' && hospital.trim() !== ''
          ? { 'zh-Hans': hospital.trim(), vi: hospital.trim(), en: hospital.trim() }
          : null,
    },
  };
}

function toNumber(value: unknown): unknown {
  const plain = typeof value === 'string' ? value.trim().replace(',', '.') : value;
  return typeof plain === 'string' && /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** `420000 湖北省`, one a line. */
function toRegions(typed: unknown): object[] {
  const lines = (typeof typed === 'string' ? typed : '').split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', ...name] = line.split(/[\s,]+/);
      const text = name.join(' ') || code;
      return { code, name: { 'zh-Hans': text, vi: text, en: text } };
    });
}
