export const changeKinds = ['put', 'add', 'remove', 'move', 'join', 'part'] as const;
/**
 * One step of writing an item. `path` leads there by keys (`questions.area.showIf`), entries without a key by their number.
 * `put` writes what stands there, `add` puts an entry at the end of the list there, `move` shifts an entry by `by` places,
 * `join` lets a stage run beside the step before it and `part` takes it out again.
 */
export type Change = {
  readonly path: string;
  readonly do: (typeof changeKinds)[number];
  readonly value?: unknown;
  readonly by?: number | undefined;
};
type Entry = Readonly<Record<string, unknown>>;
type List = readonly unknown[];

/** The item with the changes made one after another; undefined when a path leads nowhere. What was given stays as it is. */
export function changeDraft(item: Entry, changes: readonly Change[]): Entry | undefined {
  return changes.reduce<Entry | undefined>(
    (made, change) => made && (within(made, change.path.split('.'), change) as Entry | undefined),
    item,
  );
}

function within(value: unknown, [step = '', ...rest]: readonly string[], change: Change): unknown {
  if (Array.isArray(value)) return inList(value, [step, ...rest], change);
  if (step === '' || unsafe.includes(step)) return undefined;
  const entry = isEntry(value) ? value : {};
  if (rest.length > 0) {
    const made = within(entry[step], rest, change);
    return made === undefined ? undefined : { ...entry, [step]: made };
  }
  if (change.do === 'put') return withKey(entry, step, change.value);
  if (change.do === 'remove') return withKey(entry, step, undefined);
  return change.do === 'add' ? { ...entry, [step]: added(entry[step], step, change.value) } : undefined;
}

const unsafe = ['__proto__', 'constructor', 'prototype'];

function withKey(entry: Entry, key: string, value: unknown): Entry {
  const { [key]: _, ...others } = entry;
  return value === undefined || value === null || value === '' ? others : { ...entry, [key]: value };
}

function inList(list: List, [step = '', ...rest]: readonly string[], change: Change): List | undefined {
  const at = placeOf(list, step);
  if (at < 0) return inLanes(list, [step, ...rest], change);
  if (rest.length > 0) {
    const made = within(list[at], rest, change);
    return made === undefined ? undefined : list.with(at, made);
  }
  return changeEntry(list, at, change);
}

function changeEntry(list: List, at: number, { do: kind, value, by = 0 }: Change): List | undefined {
  if (kind === 'put') return list.with(at, value);
  if (kind === 'remove') return list.toSpliced(at, 1);
  if (kind === 'move') return moved(list, at, by);
  return kind === 'join' && at > 0 ? list.toSpliced(at - 1, 2, beside(list[at - 1], list[at])) : undefined;
}

/** A stage that runs beside others stands one list deeper. */
function inLanes(list: List, steps: readonly string[], change: Change): List | undefined {
  const at = list.findIndex((entry) => placeOf(lanesIn(entry), steps[0] as string) >= 0);
  const group = list[at] as Entry | undefined;
  if (!group) return undefined;
  const lanes = lanesIn(group);
  if (change.do === 'part' && steps.length === 1) {
    const lane = placeOf(lanes, steps[0] as string);
    return list.toSpliced(at, 1, ...grouped(group, lanes.toSpliced(lane, 1)), lanes[lane]);
  }
  const made = inList(lanes, steps, change);
  return made && list.toSpliced(at, 1, ...grouped(group, made));
}

/** Lanes that are left alone are a step like any other. */
function grouped(group: Entry, lanes: List): List {
  return lanes.length > 1 ? [{ ...group, of: lanes }] : lanes;
}

function beside(first: unknown, second: unknown): Entry {
  const parallel = [first, second].map((one) => (isEntry(one) ? one['parallel'] : undefined)).find(Boolean) ?? { join: 'all' };
  return { parallel, of: [first, second].flatMap((one) => (lanesIn(one).length > 0 ? lanesIn(one) : [one])) };
}

function moved(list: List, at: number, by: number): List {
  const to = Math.min(Math.max(at + by, 0), list.length - 1);
  return list.toSpliced(at, 1).toSpliced(to, 0, list[at]);
}

/** An entry that comes with an empty key is given one: kept answers hang on keys, so no two may be the same. */
function added(list: unknown, name: string, value: unknown): List {
  const before = Array.isArray(list) ? list : [];
  if (!isEntry(value) || !('key' in value)) return [...before, value];
  const wanted = typeof value['key'] === 'string' && value['key'] !== '' ? value['key'] : (nouns[name] ?? 'entry');
  const used = before.flatMap((entry) => [keyOf(entry), ...lanesIn(entry).map(keyOf)]);
  const join = name === 'stages' || name === 'sections' ? '-' : '';
  let key = wanted;
  for (let count = 2; used.includes(key); count += 1) key = `${wanted}${join}${count}`;
  return [...before, { ...value, key }];
}

const nouns: Readonly<Record<string, string>> = { questions: 'question', documents: 'paper', stages: 'stage', sections: 'section' };

function placeOf(list: List, step: string): number {
  const at = list.findIndex((entry) => keyOf(entry) === step);
  return at < 0 && /^\d+$/.test(step) && Number(step) < list.length ? Number(step) : at;
}

/** Lanes that run side by side are named by theirs, as in a plan. */
export function keyOf(entry: unknown): string | undefined {
  if (!isEntry(entry)) return undefined;
  if (typeof entry['key'] === 'string') return entry['key'];
  const lanes = lanesIn(entry);
  return lanes.length > 0 ? lanes.map(keyOf).join('+') : undefined;
}

function lanesIn(entry: unknown): List {
  return isEntry(entry) && Array.isArray(entry['of']) && 'parallel' in entry ? entry['of'] : [];
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
