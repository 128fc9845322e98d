import { firstOf } from './best.ts';
import { isHan } from './fold.ts';
import type { SearchIndex } from './index-build.ts';
import { kinds } from './readings.ts';
import type { Layer } from './scratch.ts';
import type { Shape } from './shape.ts';
import { longestCompared, mistakeCounter } from './mistakes.ts';

const mostChecked = 64;
const shortest = { han: 3, latin: 5 };
const longEnoughForTwo = 12;
const mendedShare = { least: 0.8, whole: 0.1 };

/** Looks at the most promising items for the query with a mistake in it, and lifts those that have it above all that only share words with it. */
export function mend(index: SearchIndex, layer: Layer, { core, spelled }: Shape): void {
  if (core.length < (spelled ? shortest.latin : shortest.han) || core.length > longestCompared) return;
  const allowed = core.length < longEnoughForTwo ? 1 : 2;
  const count = mistakeCounter(core, 'part');
  const han = isHan(core.charCodeAt(0));
  for (const owner of promising(layer)) {
    const names = (index.names[owner] as readonly string[]).filter((name) => isHan(name.charCodeAt(0)) === han && count(name) <= allowed);
    const share = Math.max(0, ...names.map((name) => mendedShare.least + mendedShare.whole * Math.min(1, core.length / name.length)));
    if (share <= (layer.value[owner] as number)) continue;
    layer.value[owner] = share;
    layer.kinds[owner] = (layer.kinds[owner] as number) | kinds.typo;
  }
}

function promising({ value, touched, count }: Layer): number[] {
  return firstOf(touched.subarray(0, count), mostChecked, (a, b) => (value[b] as number) - (value[a] as number) || a - b);
}
