import { discipline, effectiveMinutes } from './queue.ts';
import type { Visitor } from './simulate.ts';

/** Keys with a number each; the least key comes out first. */
export type Heap = {
  readonly least: () => number;
  readonly leastValue: () => number;
  readonly push: (key: number, value?: number) => void;
  readonly pop: () => number;
};

/** A binary heap in two plain lists: a simulated day turns over thousands. */
export function openHeap(): Heap {
  const keys: number[] = [];
  const values: number[] = [];
  const set = (place: number, key: number, value: number) => {
    keys[place] = key;
    values[place] = value;
  };
  const rise = (key: number, value: number) => {
    let place = keys.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((keys[above] as number) <= key) break;
      set(place, keys[above] as number, values[above] as number);
      place = above;
    }
    set(place, key, value);
  };
  const sink = (key: number, value: number) => {
    let place = 0;
    for (let child = 1; child < keys.length; child = 2 * place + 1) {
      if (child + 1 < keys.length && (keys[child + 1] as number) < (keys[child] as number)) child += 1;
      if ((keys[child] as number) >= key) break;
      set(place, keys[child] as number, values[child] as number);
      place = child;
    }
    set(place, key, value);
  };
  return {
    least: () => keys[0] ?? Infinity,
    leastValue: () => values[0] ?? -1,
    push: (key, value = 0) => rise(key, value),
    pop: () => {
      const top = values[0] ?? -1;
      const key = keys.pop() as number;
      const value = values.pop() as number;
      if (keys.length > 0) sink(key, value);
      return top;
    },
  };
}

/** Those of one group who wait inside, named by their place in the list of visitors, which is the order of their coming. */
export type Line = {
  readonly size: () => number;
  readonly first: () => number;
  readonly add: (visitor: number) => void;
  readonly take: () => number;
};

/** By effective time; the oldest walk-in goes first when too many who came later were called before it. */
export function openLine(visitors: readonly Visitor[]): Line {
  const heap = openHeap();
  const walkIns: number[] = [];
  const overtaken = new Map<number, number>();
  const taken = new Set<number>();
  let size = 0;
  const tidy = () => {
    while (taken.delete(heap.leastValue())) heap.pop();
  };
  const isSkipped = (visitor: number | undefined): visitor is number =>
    visitor !== undefined && (overtaken.get(visitor) ?? 0) >= discipline.mostSkips;
  const leave = (chosen: number) => {
    const place = walkIns.indexOf(chosen);
    if (place >= 0) walkIns.splice(place, 1);
    for (let index = 0; (walkIns[index] ?? Infinity) < chosen; index += 1) {
      const walkIn = walkIns[index] as number;
      overtaken.set(walkIn, (overtaken.get(walkIn) ?? 0) + 1);
    }
  };
  return {
    size: () => size,
    first: () => (tidy(), heap.least()),
    add: (visitor) => {
      const one = visitors[visitor] as Visitor;
      heap.push(effectiveMinutes(one), visitor);
      if (one.kind === 'walk-in') walkIns.push(visitor);
      size += 1;
    },
    take: () => {
      tidy();
      const oldest = walkIns[0];
      const chosen = isSkipped(oldest) ? oldest : heap.pop();
      if (isSkipped(oldest)) taken.add(chosen);
      leave(chosen);
      size -= 1;
      return chosen;
    },
  };
}
