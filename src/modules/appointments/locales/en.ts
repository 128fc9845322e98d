import type { AppointmentsWords } from './index.ts';

export const words: AppointmentsWords = {
  calendar: {
    summary: (matter, venue) => `${matter} · ${venue}`,
    description: (bookingNo) => `Booking ${bookingNo}. Bring your identity card, be on time, and come alone if you can.`,
  },
  refusals: {
    unknown_venue: 'There is no such hall, or it takes no bookings.',
    unknown_item: 'There is no such service.',
    channel_closed: 'Bookings are suspended at this time; see which way is open now.',
    not_bookable_here: 'This service is not offered here; please choose another hall.',
    not_released: 'This day cannot be booked yet.',
    not_a_slot: 'This time cannot be booked; please choose one from the list.',
    party_too_large: 'Too many people; please come with fewer.',
    slot_taken: 'This time has just been taken; please choose another.',
    booked_already: 'You already have a booking here on this day; you can move it.',
    hold_expired: 'The time is no longer held for you; please choose again.',
    wrong_state: 'This booking can no longer be changed.',
    outside_your_unit: 'This hall belongs to another office.',
    begins_in_the_past: 'The first day has passed.',
    ends_before_it_begins: 'The last day must not come before the first.',
    waiting_already: 'You are already on the waiting list here.',
    offer_expired: 'The time is no longer held for you; please choose another or call us.',
    not_over: 'The time of this booking has not passed yet.',
    too_late: 'The time of this booking has come; it can no longer be changed.',
  },
};
