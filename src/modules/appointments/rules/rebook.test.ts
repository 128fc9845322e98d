import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Left } from './free.ts';
import { type Displaced, distance, fairOrder, type Offer, type Opening, planRebooking } from './rebook.ts';

const day0 = Date.UTC(2020, 6, 30) / 1000;
const nine = 540;
const minuteOf = (at: number) => ((at - day0) / 60) % 1440;
const openWindow = 12;

/** Two halls with two windows each, an hour a day, ten minutes a matter, over three days; some cells taken at random. */
const scene = fc
  .record({
    people: fc.array(
      fc.record({
        class: fc.integer({ min: 0, max: 1 }),
        hops: fc.integer({ min: 0, max: 2 }),
        orderedAt: fc.integer({ min: 0, max: 5 }),
        wasSlot: fc.integer({ min: 0, max: 5 }),
        wasPlace: fc.constantFrom('north', 'south'),
        party: fc.integer({ min: 1, max: 2 }),
        busyDay: fc.option(fc.integer({ min: 0, max: 2 })),
      }),
      { minLength: 1, maxLength: 24 },
    ),
    taken: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 11 })), {
      maxLength: 40,
    }),
    heads: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ people, taken, heads }) => {
    const dayOf = (day: number) => day0 + day * 86_400 + nine * 60;
    const dayName = (day: number) => `2020-07-${30 + day}`;
    const openings: Opening[] = ['north', 'south'].map((place, index) => ({
      place,
      rootId: 100 + index,
      windows: [
        { id: index * 2, zone: null },
        { id: index * 2 + 1, zone: null },
      ],
      cells: 2,
      leadSeconds: 300,
      tailSeconds: 0,
      starts: [0, 1, 2].flatMap((day) =>
        Array.from({ length: 6 }, (_, slot) => ({ at: dayOf(day) + slot * 600, day: dayName(day), minute: nine + slot * 10 })),
      ),
    }));
    const cellsOf = (resourceId: number, extra: number): Left => {
      const at = [0, 1, 2].flatMap((day) => Array.from({ length: openWindow + extra }, (_, cell) => dayOf(day) + (cell - extra) * 300));
      const isTaken = (second: number) => taken.some(([id, day, cell]) => id === resourceId && dayOf(day) + cell * 300 === second);
      return {
        resourceId,
        at,
        bookings: at.map((second) => (resourceId >= 100 ? 1000 : isTaken(second) ? 0 : 1)),
        persons: at.map(() => (resourceId >= 100 ? heads : 2)),
        kept: at.map(() => false),
        hidden: at.map(() => false),
      };
    };
    const displaced = people.map(
      (one, index): Displaced => ({
        id: `p${index}`,
        class: one.class,
        hops: one.hops,
        orderedAt: one.orderedAt,
        wasAt: dayOf(0) + one.wasSlot * 600,
        wasPlace: one.wasPlace,
        party: one.party,
        need: 'x',
        busy: new Set(one.busyDay === null ? [] : [`north/${dayName(one.busyDay)}`]),
      }),
    );
    return { people: displaced, openings, left: [0, 1, 2, 3].map((id) => cellsOf(id, 0)).concat([100, 101].map((id) => cellsOf(id, 1))) };
  });
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

const run = ({ people, openings, left }: Scene) => planRebooking(people, { openings: new Map([['x', openings]]), left, minuteOf });

/** The slow answer: whether a time can still be given, counted from nothing, cell by cell, over all that was given before. */
function isPossible(
  { openings, left }: Scene,
  given: readonly (Offer & { party: number })[],
  wish: { place: string; at: number; party: number },
): number | undefined {
  const opening = openings.find(({ place }) => place === wish.place) as Opening;
  const freeHeads = (at: number) => {
    const own = left.find(({ resourceId }) => resourceId === opening.rootId) as Left;
    const inside = given.filter((offer) => offer.place === wish.place && offer.at - 300 <= at && at < offer.at + 600);
    return (own.persons[own.at.indexOf(at)] ?? 0) - inside.reduce((sum, { party }) => sum + party, 0);
  };
  const isFree = (windowId: number, at: number) => {
    const own = left.find(({ resourceId }) => resourceId === windowId) as Left;
    return (
      own.bookings[own.at.indexOf(at)] === 1 && !given.some((offer) => offer.windowId === windowId && offer.at <= at && at < offer.at + 600)
    );
  };
  const inside = [wish.at - 300, wish.at, wish.at + 300];
  if (!inside.every((at) => freeHeads(at) >= wish.party)) return undefined;
  return opening.windows?.find(({ id }) => isFree(id, wish.at) && isFree(id, wish.at + 300))?.id;
}

function preferred(scene: Scene, person: Displaced) {
  return scene.openings
    .flatMap((opening) => opening.starts.map((start) => ({ opening, ...start })))
    .filter(({ opening, day }) => !person.busy.has(`${opening.place}/${day}`))
    .map((slot) => ({ slot, key: distance(slot, person, minuteOf(person.wasAt)) }))
    .sort((a, b) => a.key.map((part, index) => part - (b.key[index] as number)).find((part) => part !== 0) ?? 0)
    .map(({ slot }) => slot);
}

test('everybody is offered the nearest time that those before them in line left over, as a slow count finds it too', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const offers = new Map(run(given).map((offer) => [offer.id, offer]));
      const before: (Offer & { party: number })[] = [];
      for (const person of [...given.people].sort(fairOrder)) {
        const best = preferred(given, person).find(
          ({ opening, at }) => isPossible(given, before, { place: opening.place, at, party: person.party }) !== undefined,
        );
        const offer = offers.get(person.id);
        expect([offer?.place, offer?.at]).toEqual([best?.opening.place, best?.at]);
        if (offer) before.push({ ...offer, party: person.party });
      }
    }),
    { numRuns: 1000 },
  );
});

test('nobody later in line holds a time that somebody earlier would have liked better and could have used', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const offers = run(given);
      const line = [...given.people].sort(fairOrder);
      const rankOf = (person: Displaced, offer: Offer | undefined) =>
        offer ? preferred(given, person).findIndex(({ opening, at }) => opening.place === offer.place && at === offer.at) : Infinity;
      const offerOf = (person: Displaced) => offers.find(({ id }) => id === person.id);
      const inversions = line.flatMap((earlier, index) =>
        line
          .slice(index + 1)
          .filter((later) => later.party >= earlier.party)
          .filter((later) => {
            const other = offerOf(later);
            const rank = other ? rankOf(earlier, other) : -1;
            return other !== undefined && rank >= 0 && rank < rankOf(earlier, offerOf(earlier));
          }),
      );
      expect(inversions).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a second closing keeps the order of the first', () => {
  const person = (id: string, more: Partial<Displaced>): Displaced => ({
    id,
    class: 0,
    hops: 1,
    orderedAt: 0,
    wasAt: 0,
    wasPlace: 'north',
    party: 1,
    need: 'x',
    busy: new Set(),
    ...more,
  });
  const line = [
    person('booked late, displaced twice', { hops: 2, orderedAt: 9 }),
    person('booked early, displaced once', { orderedAt: 1 }),
    person('urgent', { class: 1, orderedAt: 99 }),
  ];
  expect(line.sort(fairOrder).map(({ id }) => id)).toEqual(['urgent', 'booked late, displaced twice', 'booked early, displaced once']);
});
