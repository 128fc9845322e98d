import { compact } from './fold.ts';
import type { SearchIndex } from './index-build.ts';
import type { Slot } from './readings.ts';
import type { Sound } from './terms.ts';

/** What whole names are compared with: wordings of the whole query, and its parts where they may stand apart. */
export type Shape = {
  readonly core: string;
  readonly wordings: readonly Wording[];
  readonly spelled: string;
  readonly parts: readonly string[];
};

/** `worth` is less for words that the person did not say. */
type Wording = { readonly text: string; readonly worth: number };

const worths = { said: 1, core: 0.98, spelled: 0.96, meant: 0.25 };
const points = { exact: 500, starts: 300, holds: 150, apart: 20, close: 80, ratio: 100 };
const mostMeanings = 4;

export function shapeOf(query: string, slots: readonly Slot[]): Shape {
  const said = compact(query);
  const parts = slots.flatMap((slot) => slot.parts);
  const core = compact(parts.join(' '));
  const wordings = [{ text: said, worth: worths.said }];
  if (core !== said) wordings.push({ text: core, worth: worths.core });
  for (const text of meaningsOf(slots)) wordings.push({ text, worth: worths.meant });
  const spelled = said.replaceAll(' ', '');
  return { core, wordings, spelled: /^[a-z0-9]+$/.test(spelled) ? spelled : '', parts: parts.length > 1 ? parts : [] };
}

/** The query with one of its sayings said as the office says it. */
function meaningsOf(slots: readonly Slot[]): string[] {
  const said = slots.map(({ parts }) => parts.join(' '));
  return slots.flatMap(({ to }, at) => to.slice(0, mostMeanings).map((meant) => compact(said.with(at, meant).join(' '))));
}

/** Up to 500 points for how nearly the query is the item's name: all of it, its beginning, a piece of it, or words of it that stand close together. */
export function pointsOfShape(index: SearchIndex, owner: number, shape: Shape): number {
  const names = index.names[owner] as readonly string[];
  let best = shape.spelled ? pointsOfSpelling(index, owner, shape.spelled) : 0;
  for (const { text, worth } of shape.wordings) {
    for (const name of names) best = Math.max(best, worth * pointsIn(name, text));
  }
  if (best > 0 || shape.parts.length === 0) return best;
  return Math.max(...names.map((name) => pointsOfParts(name, shape.parts)), 0);
}

function pointsOfSpelling({ sounds, codes }: SearchIndex, owner: number, spelled: string): number {
  const { letters, initials } = sounds[owner] as Sound;
  return Math.max(
    worths.spelled * Math.max(pointsIn(letters, spelled), pointsIn(initials, spelled)),
    pointsIn(codes.whole[owner] as string, spelled),
  );
}

function pointsIn(name: string, text: string): number {
  const at = name.indexOf(text);
  if (at < 0) return 0;
  if (name.length === text.length) return points.exact;
  return (at === 0 ? points.starts : points.holds) + (points.ratio * text.length) / name.length;
}

function pointsOfParts(name: string, parts: readonly string[]): number {
  let [first, last, length] = [name.length, 0, 0];
  for (const part of parts) {
    const at = name.indexOf(part);
    if (at < 0) return 0;
    first = Math.min(first, at);
    last = Math.max(last, at + part.length);
    length += part.length;
  }
  return points.apart + points.close * Math.min(1, length / (last - first)) + (points.ratio / 4) * (length / name.length);
}
