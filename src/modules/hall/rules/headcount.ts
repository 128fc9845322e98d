/** How many are in an area and how many places doors without a line may still fill. */
export type Count = { readonly inside: number; readonly leased: number };

export function roomIn({ inside, leased }: Count, cap: number): number {
  return Math.max(0, cap - Math.max(0, inside) - leased);
}

/** What one movement did to a headcount, as it is written down. `leased` is what it took from (−) or gave to (+) leases. */
export type Change = { readonly inside: number; readonly leased: number };

/** Nobody is let in above the cap: with what is free first, then with what this door holds. */
export function admit(count: Count, { cap, people, lease }: { cap: number; people: number; lease: number }): Change | undefined {
  const free = cap - count.inside - count.leased;
  const fromLease = Math.max(0, people - Math.max(0, free));
  return fromLease <= lease ? { inside: people, leased: fromLease === 0 ? 0 : -fromLease } : undefined;
}

/** What a door told afterwards has happened: it is counted as it was, and what the lease holds of it is given back. */
export function replayIn(people: number, lease: number): Change {
  const taken = Math.min(people, lease);
  return { inside: people, leased: taken === 0 ? 0 : -taken };
}

/** Nobody leaves who never came: a mistaken press counts nothing. People that came in at a door without a line are still in its lease. */
export function leave({ inside, leased }: Count, people: number): Change {
  const gone = Math.min(people, Math.max(0, inside + leased));
  return { inside: gone === 0 ? 0 : -gone, leased: 0 };
}

/** A lease ends: its places are free again. Where more people were counted out than ever came in, the surplus shows now and is put right. */
export function giveBackPlaces({ inside, leased }: Count, places: number): Change {
  const surplus = Math.max(0, places - inside - leased);
  return { inside: surplus, leased: places === 0 ? 0 : -places };
}

export function apply(count: Count, change: Change): Count {
  return { inside: count.inside + change.inside, leased: count.leased + change.leased };
}
