import { isHan } from './fold.ts';
import type { SearchIndex } from './index-build.ts';
import { kinds } from './readings.ts';
import type { Layer } from './scratch.ts';
import type { Shape } from './shape.ts';
import { mistakes } from './terms.ts';

const mostChecked = 64;
/** Characters of query times characters of name, for all names together: what a check may cost. */
const mostCells = 40_000;
const shortest = { han: 3, latin: 5 };
const longEnoughForTwo = 12;
const mendedShare = { least: 0.8, whole: 0.1 };

/** Looks at the most promising items for the query with a mistake in it, and lifts those that have it above all that only share words with it. */
export function mend(index: SearchIndex, layer: Layer, shape: Shape): void {
  const text = shape.core;
  const latin = shape.spelled !== '';
  if (text.length < (latin ? shortest.latin : shortest.han)) return;
  const allowed = text.length < longEnoughForTwo ? 1 : 2;
  for (const owner of promising(layer, Math.min(mostChecked, mostCells / text.length ** 2))) {
    const share = shareOf(text, index.names[owner] as readonly string[], allowed);
    if (share <= (layer.value[owner] as number)) continue;
    layer.value[owner] = share;
    layer.kinds[owner] = (layer.kinds[owner] as number) | kinds.typo;
  }
}

function shareOf(text: string, names: readonly string[], allowed: number): number {
  const fitting = names.filter((name) => isHan(name.charCodeAt(0)) === isHan(text.charCodeAt(0)) && mistakes(text, name) <= allowed);
  return Math.max(0, ...fitting.map((name) => mendedShare.least + mendedShare.whole * Math.min(1, text.length / name.length)));
}

function promising({ value, touched, count }: Layer, most: number): number[] {
  const worth = (owner: number) => value[owner] as number;
  const best = touched.subarray(0, count).reduce((highest, owner) => Math.max(highest, worth(owner)), 0);
  const owners = [...touched.subarray(0, count)].filter((owner) => worth(owner) >= best / 2);
  return owners.sort((a, b) => worth(b) - worth(a) || a - b).slice(0, most);
}
