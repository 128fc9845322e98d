/** A machine word holds a pattern this long; longer ones are compared by this much of their beginning. */
export const longestCompared = 31;

/** How a pattern is compared with a text: with the whole of it, or with the place in it that fits best. */
type Against = 'whole' | 'part';

/**
 * Counts the fewest mistakes (wrong, missing, extra or swapped character) that make the pattern of a text.
 * All rows of the table of distances are computed at once, one bit each (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
 */
export function mistakeCounter(typed: string, against: Against): (text: string) => number {
  const pattern = typed.slice(0, longestCompared);
  const placesByChar = placesOf(pattern);
  const last = 1 << (pattern.length - 1);
  const edge = against === 'whole' ? 1 : 0;
  return (text) => {
    let [rising, falling, same, before] = [-1, 0, 0, 0];
    let distance = pattern.length;
    let best = distance;
    for (let at = 0; at < text.length; at++) {
      const places = placesByChar.get(text.charCodeAt(at)) ?? 0;
      const swapped = ((~same & places) << 1) & before;
      same = (((places & rising) + rising) ^ rising) | places | falling | swapped;
      const up = falling | ~(same | rising);
      const down = same & rising;
      if (up & last) distance++;
      else if (down & last) distance--;
      const shifted = (up << 1) | edge;
      rising = (down << 1) | ~(same | shifted);
      falling = same & shifted;
      before = places;
      if (distance < best) best = distance;
    }
    return edge ? distance : best;
  };
}

/** A bit for every place of the pattern at which the character stands. */
function placesOf(pattern: string): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at < pattern.length; at++) places.set(pattern.charCodeAt(at), (places.get(pattern.charCodeAt(at)) ?? 0) | (1 << at));
  return places;
}
