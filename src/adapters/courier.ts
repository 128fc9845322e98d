import { createHash } from 'node:crypto';

export type Address = { readonly name: string; readonly phone: string; readonly lines: readonly string[] };
/** `parcelId` is ours and makes booking repeatable: the same parcel booked twice gets the same number. */
export type Parcel = { readonly parcelId: string; readonly from: Address; readonly to: Address };
export type Booking = { readonly trackingNo: string; readonly labelRef: string };
export type CourierState = 'booked' | 'picked_up' | 'in_transit' | 'out_for_delivery' | 'delivered';
export type CourierStep = {
  readonly state: CourierState;
  readonly at: Date;
  readonly proof?: { readonly signedBy: string; readonly ref: string };
};

/** Who carries paper between the centre and people. Steps come back oldest first. */
export type Courier = {
  readonly standIn: boolean;
  book(parcel: Parcel): Promise<Booking>;
  status(trackingNo: string, bookedAt: Date, now: Date): Promise<CourierStep[]>;
};

const hoursAfterBooking: readonly (readonly [CourierState, number])[] = [
  ['booked', 0],
  ['picked_up', 3],
  ['in_transit', 9],
  ['out_for_delivery', 26],
  ['delivered', 31],
];

/** The development courier: nothing is stored, a parcel's way follows from its number and the time. A shorter hour makes a demonstration quick. */
export function openDevelopmentCourier({ hourMs = 3_600_000 }: { readonly hourMs?: number } = {}): Courier {
  return {
    standIn: true,
    book: async ({ parcelId }) => {
      const trackingNo = trackingNoOf(parcelId);
      return { trackingNo, labelRef: `label-${trackingNo}` };
    },
    status: async (trackingNo, bookedAt, now) => {
      if (!isTrackingNo(trackingNo)) return [];
      const pace = 0.8 + (seedOf(trackingNo) % 41) / 100;
      return hoursAfterBooking
        .map(([state, hours]) => stepOf(trackingNo, state, new Date(bookedAt.getTime() + Math.round(hours * pace * hourMs))))
        .filter((step) => step.at <= now);
    },
  };
}

function stepOf(trackingNo: string, state: CourierState, at: Date): CourierStep {
  return state === 'delivered' ? { state, at, proof: { signedBy: 'recipient', ref: `pod-${trackingNo}` } } : { state, at };
}

/** The shape of a postal item number (UPU S10): two letters, eight digits, a check digit, a country. */
function trackingNoOf(parcelId: string): string {
  const serial = String(seedOf(parcelId) % 100_000_000).padStart(8, '0');
  return `TB${serial}${checkDigit(serial)}CN`;
}

export function isTrackingNo(text: string): boolean {
  const found = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(text);
  return found !== null && checkDigit(found[1] as string) === Number(found[2]);
}

function checkDigit(serial: string): number {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, i) => total + weight * Number(serial[i]), 0);
  const digit = 11 - (sum % 11);
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}

function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
