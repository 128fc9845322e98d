import type { QueueWords } from './index.ts';

export const words: QueueWords = {
  refusals: {
    unknown_venue: 'There is no such hall, or nobody queues there.',
    unknown_booking: 'This booking was not found or was cancelled.',
    outside_your_unit: 'This hall does not belong to your unit.',
    not_your_booking: 'This booking is somebody else’s.',
    booking_needed: 'Outside the hall a number needs a booking. In the hall, take one at a kiosk or the information desk.',
    booking_of_another_day: ({ on }) => `This booking is not for today but for ${on}.`,
    not_served_here: 'No window of this hall does this.',
    party_too_large: ({ most }) => `At most ${most} people at a window. Take two numbers, or let somebody wait outside.`,
    has_ticket: ({ ticketNo }) => `This booking has its number already: ${ticketNo}.`,
    special_hall_only: 'Today this person can only be served in the special hall, and no window there does this.',
    not_found: 'Not found.',
    ticket_not_away: 'This number neither missed its call nor was put aside: it waits or is being served.',
    too_many_returns: 'This number came back several times already. Please take a new one.',
    not_served_yet: 'Service has not begun yet.',
    rated_already: 'It was rated already.',
    rating_over: 'Seven days after the visit it can no longer be rated.',
    window_taken: ({ officerName }) => `${officerName} is at this window.`,
    other_window_open: ({ windowNo }) => `You have window ${windowNo} open. Leave it first.`,
    not_your_window: 'You have not opened this window.',
    stale_version: 'The window has just changed. Below is how it stands now.',
    window_not_open: 'The window is not open.',
    nobody_called: 'Nobody has been called to this window.',
    visitor_in_hand: ({ ticketNo }) => `${ticketNo} is still being served. Finish first.`,
    window_full: ({ cap }) => `At most ${cap} people at this window. Wait until somebody has left.`,
    nobody_waits: 'Nobody is waiting.',
    served_already: 'The visitor is at the window already.',
    enough_calls: ({ calls }) => `Called ${calls} times already.`,
    desk_not_free: ({ people }) => `${people} still at the window: the visitor cannot be blamed for not coming.`,
    call_again_first: ({ calls, needed, waitSeconds }) =>
      waitSeconds
        ? `Just called. Wait another ${waitSeconds} seconds.`
        : `Called ${calls} time only. Call ${needed} times before it counts as missed.`,
  },
};
