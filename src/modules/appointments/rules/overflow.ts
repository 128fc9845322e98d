import { cellSeconds } from './cells.ts';

export type Caps = { readonly bookingCap: number; readonly personCap: number };
/** What a booking takes, in seconds since 1970. */
export type Claim = {
  readonly id: string;
  readonly orderedAt: number;
  readonly party: number;
  readonly spans: readonly { readonly resourceId: number; readonly from: number; readonly to: number }[];
};

/** Which bookings no longer fit when caps shrink: whoever booked first keeps the place. `capAt` answers `undefined` where there is no cell. */
export function overflowOf(claims: readonly Claim[], capAt: (resourceId: number, at: number) => Caps | undefined): string[] {
  const used = new Map<string, { bookings: number; persons: number }>();
  const over: string[] = [];
  for (const claim of [...claims].sort((a, b) => a.orderedAt - b.orderedAt || (a.id < b.id ? -1 : 1))) {
    const cells = claim.spans.flatMap(({ resourceId, from, to }) =>
      Array.from({ length: (to - from) / cellSeconds }, (_, index) => ({ resourceId, at: from + index * cellSeconds })),
    );
    const fits = cells.every(({ resourceId, at }) => {
      const cap = capAt(resourceId, at);
      const now = used.get(`${resourceId}/${at}`) ?? { bookings: 0, persons: 0 };
      return cap !== undefined && now.bookings + 1 <= cap.bookingCap && now.persons + claim.party <= cap.personCap;
    });
    if (!fits) {
      over.push(claim.id);
      continue;
    }
    for (const { resourceId, at } of cells) {
      const now = used.get(`${resourceId}/${at}`) ?? { bookings: 0, persons: 0 };
      used.set(`${resourceId}/${at}`, { bookings: now.bookings + 1, persons: now.persons + claim.party });
    }
  }
  return over;
}
