import type { Area } from './contract/shapes.ts';

/** `visit_entered`: somebody was counted in; the queue may make a ticket, messages may greet. */
export type VisitEntered = { readonly visitId: string; readonly venue: string; readonly area: Area; readonly bookingNo: string | null };
/** `visit_left`. */
export type VisitLeft = { readonly visitId: string; readonly venue: string };
/** `alert_raised`: somebody has to be isolated; the receiver is to be told. No name and no reading. */
export type AlertRaised = { readonly alertNo: string; readonly unitCode: string };
/** `entry_refused`: somebody with a booking was turned away and needs another way. */
export type EntryRefused = { readonly screeningId: string; readonly venue: string; readonly bookingNo: string };
