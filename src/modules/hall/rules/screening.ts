import type { PolicyRules, Symptom } from '../contract/policy.ts';

export const outcomes = ['enter', 'special', 'refuse', 'isolate'] as const;
export type Outcome = (typeof outcomes)[number];
export const reasons = [
  'healthy',
  'mask_given',
  'no_mask',
  'symptom',
  'fever_measure_again',
  'fever',
  'fever_and_symptom',
  'key_region',
  'isolation_record_shown',
  'isolation_record_missing',
  'staff_decision',
] as const;
export type Reason = (typeof reasons)[number];

/** What was seen and said at the door. Temperature in ℃, by hand; a robot’s own reading decides nothing. */
export type Seen = {
  readonly temperature: number;
  readonly mask: 'worn' | 'replaced' | 'none';
  readonly symptoms: readonly string[];
  /** Codes of regions the person was in within the policy’s days. */
  readonly regions: readonly string[];
  /** A record of finished isolation was shown. */
  readonly isolationRecord?: boolean;
  /** The second measurement after a first one that was too high. */
  readonly second?: boolean;
  /** What staff decide beyond the policy: only ever stricter. */
  readonly stricter?: Outcome;
};
export type Decision = { readonly outcome: Outcome; readonly reasons: readonly Reason[] };

/**
 * Who comes in. The one decision of the door, the same on the server and on a device without a line: the gravest of what was found wins, everything found is named.
 * A fever alone is measured twice before anybody is isolated; with a symptom once is enough.
 */
export function decide(policy: PolicyRules, seen: Seen): Decision {
  const found = [...healthOf(policy, seen), ...maskOf(policy, seen), ...regionOf(policy, seen), ...staffOf(seen)];
  const gravest = Math.max(0, ...found.map(([outcome]) => outcomes.indexOf(outcome)));
  const named = found.map(([, reason]) => reason);
  return { outcome: outcomes[gravest] as Outcome, reasons: named.length > 0 ? named : ['healthy'] };
}

function staffOf({ stricter }: Seen): Finding[] {
  return stricter && stricter !== 'enter' ? [[stricter, 'staff_decision']] : [];
}

type Finding = readonly [Outcome, Reason];

function healthOf(policy: PolicyRules, { temperature, symptoms, second }: Seen): Finding[] {
  const hasFever = isFever(policy, temperature);
  const hasSymptom = symptoms.some((symptom) => policy.symptoms.includes(symptom as Symptom));
  if (hasFever && hasSymptom) return [['isolate', 'fever_and_symptom']];
  if (hasFever) return [second ? ['isolate', 'fever'] : ['refuse', 'fever_measure_again']];
  return hasSymptom ? [[policy.symptomOutcome, 'symptom']] : [];
}

function maskOf(policy: PolicyRules, { mask }: Seen): Finding[] {
  if (policy.mask === 'none' || mask === 'worn') return [];
  return [mask === 'replaced' ? ['enter', 'mask_given'] : ['refuse', 'no_mask']];
}

function regionOf(policy: PolicyRules, { regions, isolationRecord }: Seen): Finding[] {
  if (!regions.some((code) => policy.regions.some((region) => code.startsWith(region.code)))) return [];
  if (policy.regionOutcome !== 'special' || !policy.isolationRecord) return [[policy.regionOutcome, 'key_region']];
  return isolationRecord
    ? [['special', 'isolation_record_shown']]
    : [
        ['special', 'key_region'],
        ['refuse', 'isolation_record_missing'],
      ];
}

/** 高于37.3 ℃: above the limit, not at it. Compared in tenths, as thermometers show them. */
export function isFever(policy: PolicyRules, temperature: number): boolean {
  return Math.round(temperature * 10) > Math.round(policy.temperatureLimit * 10);
}

/** A robot’s reading near the limit or above it, or a poor one, decides nothing: a hand measures again. */
export function needsHand(policy: PolicyRules, { temperature, quality }: { temperature: number; quality: 'good' | 'poor' }): boolean {
  return quality === 'poor' || Math.round(temperature * 10) >= Math.round((policy.temperatureLimit - policy.robotMargin) * 10);
}

/** Whether anything of the health of a person has to be kept at all: only where it decided. */
export function isHealthFinding({ reasons: named }: Decision): boolean {
  return named.some((reason) => reason === 'symptom' || reason.startsWith('fever'));
}
