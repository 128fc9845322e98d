/** `booked`, `booking_moved`, `booking_cancelled`, `place_offered`, `place_lapsed`, `booking_displaced`, `booking_reminder_due`: the person is to be told. */
export type BookingFact = { readonly bookingNo: string };
/** `place_freed`: somebody gave up a place; the waiting list is asked first. */
export type PlaceFreed = { readonly place: string; readonly group: string; readonly at: string };
