import type { HandoverState } from './contract.ts';

/** `parcel_wanted`: the courier is to be booked, outside any transaction. */
export type ParcelWanted = { readonly handoverId: string };
/** `parcel_booked`, `parcel_delivered`. */
export type ParcelBooked = { readonly caseNo: string; readonly trackingNo: string };
/** `parcel_moved`. */
export type ParcelMoved = ParcelBooked & { readonly state: HandoverState; readonly at: string };
/** `result_ready`: the result can be opened or collected; the applicant is to be told how. */
export type ResultReady = { readonly caseNo: string; readonly way: string };
