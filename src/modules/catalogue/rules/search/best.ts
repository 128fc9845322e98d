/** The first `count` in order, sorted: most of many hundred are only compared with the last place. */
export function firstOf<Item>(items: Iterable<Item>, count: number, order: (a: Item, b: Item) => number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length >= count && order(item, first.at(-1) as Item) >= 0) continue;
    let place = first.length;
    while (place > 0 && order(item, first[place - 1] as Item) < 0) place--;
    first.splice(place, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}
