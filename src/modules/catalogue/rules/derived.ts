import type { Item } from '../item.ts';
import { type Completeness, completenessOf } from './completeness.ts';
import { soundOfName, soundToText } from './search/terms.ts';

/** What is worked out of an item once and kept beside it: how its name sounds, and how complete it is. */
export type Derived = { readonly rules: number; readonly sound: string; readonly found: Completeness };

/** To be raised when the rules behind it change: what others have worked out is then worked out again. */
export const derivedRules = 1;

export function deriveFrom(item: Item): Derived {
  return { rules: derivedRules, sound: soundToText(soundOfName(item.name)), found: completenessOf(item) };
}
