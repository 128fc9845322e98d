import type { Reading, Slot } from './readings.ts';

/** Working memory of one index, as long as its list of items and left clean after every use: a query allocates nothing of that size. */
export type Scratch = { readonly total: Layer; readonly slot: Layer; readonly reading: Layer; readonly seen: Uint8Array };

/** What items have earned so far, by which kinds of match (bits), and which of them have anything. */
export type Layer = { readonly value: Float32Array; readonly kinds: Uint16Array; readonly touched: Uint32Array; count: number };

export function newScratch(items: number): Scratch {
  return { total: newLayer(items), slot: newLayer(items), reading: newLayer(items), seen: new Uint8Array(items) };
}

function newLayer(items: number): Layer {
  return { value: new Float32Array(items), kinds: new Uint16Array(items), touched: new Uint32Array(items), count: 0 };
}

/** A word in the name is worth all, an everyday word a little less, a word of the office or the summary much less. */
const worthByField = [1, 0.9, 0.6, 0];

/** Adds up, for every item, which share of the query it answers (0 to 1): all slots by weight, of each slot the best reading. */
export function weigh(scratch: Scratch, slots: readonly Slot[]): Layer {
  const { total, slot: best, reading: current } = scratch;
  const whole = slots.reduce((sum, slot) => sum + slot.weight, 0);
  for (const slot of slots) {
    for (const reading of slot.readings) {
      addReading(current, reading);
      keepBetter(best, current, reading);
    }
    addSlot(total, best, slot.weight / whole);
  }
  return total;
}

function addReading(layer: Layer, { lists, total }: Reading): void {
  const { value, kinds, touched } = layer;
  for (const { entries, weight, kind } of lists) {
    const share = weight / total;
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at] as number;
      const owner = entry >>> 2;
      if (value[owner] === 0) touched[layer.count++] = owner;
      value[owner] = (value[owner] as number) + share * (worthByField[entry & 3] as number);
      kinds[owner] = (kinds[owner] as number) | kind | (entry & 3);
    }
  }
}

function keepBetter(best: Layer, current: Layer, { quality, kind }: Reading): void {
  for (let at = 0; at < current.count; at++) {
    const owner = current.touched[at] as number;
    const value = Math.min(1, current.value[owner] as number) * quality;
    const before = best.value[owner] as number;
    if (before === 0) best.touched[best.count++] = owner;
    if (value > before) {
      best.value[owner] = value;
      best.kinds[owner] = (current.kinds[owner] as number) | kind;
    }
  }
  clear(current);
}

function addSlot(total: Layer, best: Layer, share: number): void {
  for (let at = 0; at < best.count; at++) {
    const owner = best.touched[at] as number;
    if (total.value[owner] === 0) total.touched[total.count++] = owner;
    total.value[owner] = (total.value[owner] as number) + (best.value[owner] as number) * share;
    total.kinds[owner] = (total.kinds[owner] as number) | (best.kinds[owner] as number);
  }
  clear(best);
}

export function clear(layer: Layer): void {
  for (let at = 0; at < layer.count; at++) {
    const owner = layer.touched[at] as number;
    layer.value[owner] = 0;
    layer.kinds[owner] = 0;
  }
  layer.count = 0;
}

export function keepOnly(layer: Layer, passes: (owner: number) => boolean): void {
  const { value, kinds, touched } = layer;
  let kept = 0;
  for (let at = 0; at < layer.count; at++) {
    const owner = touched[at] as number;
    if (passes(owner)) touched[kept++] = owner;
    else value[owner] = kinds[owner] = 0;
  }
  layer.count = kept;
}
