import type { Act } from '#kernel/endpoint.ts';

/** The signed text that opens a door for a booking, also one without a line; none for a booking that is over. */
export type PassIssuer = (act: Act, bookingNo: string) => Promise<string | undefined>;

let issuer: PassIssuer = async () => undefined;

/** The hall that signs passes is a later module; `main` ties the two together. */
export function setPassIssuer(next: PassIssuer): void {
  issuer = next;
}

/** What the ticket's code holds: the pass, else the booking's number. */
export async function codeOf(act: Act, bookingNo: string): Promise<string> {
  return (await issuer(act, bookingNo)) ?? bookingNo;
}
