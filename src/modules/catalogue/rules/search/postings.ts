/** Where a term stands in a document: its name, its everyday words, or what is told about it. The order is the order of worth. */
export const fields = { name: 0, words: 1, about: 2 } as const;
export type Field = (typeof fields)[keyof typeof fields];

/** Per key the owners that have it, ascending; an entry is owner × 4 + field. */
export type Postings = { readonly slots: ReadonlyMap<string, number>; readonly starts: Uint32Array; readonly entries: Uint32Array };

const nothing = new Uint32Array(0);

export type PostingsBuilder = { add(key: string, owner: number, field?: Field): void; build(): Postings };

/** Owners must arrive in ascending order, and of each owner the best field first: a key counts once for an owner. */
export function postingsBuilder(): PostingsBuilder {
  const slots = new Map<string, number>();
  const lastOwner: number[] = [];
  let [keys, values, count] = [new Uint32Array(1024), new Uint32Array(1024), 0];
  return {
    add(key, owner, field = fields.name) {
      let slot = slots.get(key);
      if (slot === undefined) slots.set(key, (slot = slots.size));
      if (lastOwner[slot] === owner) return;
      lastOwner[slot] = owner;
      if (count === keys.length) [keys, values] = [longer(keys), longer(values)];
      keys[count] = slot;
      values[count++] = owner * 4 + field;
    },
    build: () => pack(slots, keys.subarray(0, count), values),
  };
}

function longer(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(numbers.length * 2);
  copy.set(numbers);
  return copy;
}

function pack(slots: Map<string, number>, keys: Uint32Array, values: Uint32Array): Postings {
  const starts = new Uint32Array(slots.size + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] as number) + 1;
  for (let slot = 0; slot < slots.size; slot++) starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
  const next = starts.slice();
  const entries = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    entries[next[key] as number] = values[at] as number;
    next[key] = (next[key] as number) + 1;
  }
  return { slots, starts, entries };
}

export function entriesOf(postings: Postings, key: string): Uint32Array {
  const slot = postings.slots.get(key);
  return slot === undefined ? nothing : postings.entries.subarray(postings.starts[slot], postings.starts[slot + 1]);
}

/** The shortest list of those that all must hold, empty as soon as one key is unknown. */
export function rarest(postings: Postings, keys: readonly string[]): Uint32Array {
  let best: Uint32Array | undefined;
  for (const key of keys) {
    const entries = entriesOf(postings, key);
    if (!best || entries.length < best.length) best = entries;
    if (best.length === 0) break;
  }
  return best ?? nothing;
}

/** Every owner that stands in one of the lists, once. `seen` has room for every owner and is left clean. */
export function unite(lists: readonly Uint32Array[], seen: Uint8Array): Uint32Array {
  if (lists.length < 2) return lists[0] ?? nothing;
  const all: number[] = [];
  for (const list of lists) {
    for (const entry of list) {
      if (seen[entry >>> 2]) continue;
      seen[entry >>> 2] = 1;
      all.push(entry);
    }
  }
  for (const entry of all) seen[entry >>> 2] = 0;
  return Uint32Array.from(all);
}

/** The first place in a sorted list that is not before `key`. */
export function lowerBound(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
