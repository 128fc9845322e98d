import { readJson } from '#adapters/text-file.ts';
import { isLanguage, type Language, type Text, textIn } from '#kernel/locale.ts';
import { withTraditional } from '#kernel/traditional.ts';
import { instantAt } from '#kernel/workdays.ts';
import { centreZone } from '#modules/identity/index.ts';
import type { PolicyRules } from '../../contract/policy.ts';
import { readLocal } from './venue.ts';

type Posted = Readonly<Record<string, unknown>>;
type Stored = Pick<PolicyRules, 'regions' | 'hospital'>;

/** What goes along unseen, so that the texts of the languages that the form does not show are kept. */
export function hiddenTexts({ regions, hospital }: Stored, language: Language): { language: string; stored: string } {
  return { language, stored: JSON.stringify({ regions, hospital } satisfies Stored) };
}

function readStored(stored: unknown): Partial<Stored> {
  return readJson(String(stored))?.value ?? {};
}

/** Only the shown language changes; traditional Chinese is made anew with the simplified text. */
function changeText(stored: Text | null | undefined, language: Language, text: string): Text {
  if (stored && textIn(stored, language) === text) return stored;
  const { 'zh-Hant': _, ...others } = stored ?? {};
  return withTraditional({ ...(language === 'zh-Hans' ? others : stored), [language]: text });
}

/** The form of a policy as the endpoint wants it: regions come as lines, the hospital as one text, an instant by the centre’s clocks. */
export function toPolicy({ effectiveAt, version, rules: posted, language: shown, stored }: Posted): object {
  const { regions, hospital, symptoms, isolationRecord, ...rest } = (posted ?? {}) as Record<string, unknown>;
  const local = readLocal(effectiveAt);
  const language = isLanguage(shown) ? shown : 'zh-Hans';
  const kept = readStored(stored);
  return {
    version,
    ...(effectiveAt === '' || effectiveAt === undefined
      ? {}
      : { effectiveAt: local ? instantAt(local.day, local.minute, centreZone()).toISOString() : effectiveAt }),
    rules: {
      ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toNumber(value)])),
      symptoms: symptoms ?? [],
      isolationRecord: isolationRecord === 'true',
      regions: toRegions(regions, { kept: kept.regions, language }),
      hospital: typeof hospital === 'string' && hospital.trim() !== '' ? changeText(kept.hospital, language, hospital.trim()) : null,
    },
  };
}

function toNumber(value: unknown): unknown {
  const plain = typeof value === 'string' ? value.trim().replace(',', '.') : value;
  return typeof plain === 'string' && /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** `420000 湖北省`, one a line. */
function toRegions(typed: unknown, { kept = [], language }: { kept: Stored['regions'] | undefined; language: Language }): object[] {
  const lines = (typeof typed === 'string' ? typed : '').split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', ...name] = line.split(/[\s,]+/);
      const text = name.join(' ') || code;
      return { code, name: changeText(kept.find((one) => one.code === code)?.name, language, text) };
    });
}
