import type { LiveWords } from './index.ts';

export const words: LiveWords = {
  all: 'All halls',
  openToday: (spans) => `Open today ${spans}`,
  closedToday: 'Closed today',
  address: 'Address',
  phone: 'Phone',
  inside: 'In the hall now',
  insideOf: (now, cap) => `${now} people, at most ${cap}`,
  special: 'In the separate hall',
  full: 'The hall is full. Please wait outside for a while, or book a time.',
  waiting: 'Waiting without a booking',
  nobody: 'Nobody is waiting',
  people: (count) => (count === 1 ? '1 person waiting' : `${count} people waiting`),
  minutes: (from, to) => `about ${from}–${to} minutes`,
  bookings: 'Bookings today',
  booked: (percent) => `${percent}% booked`,
  firstFree: (when) => `First free time: ${when}`,
  noneFree: 'Full for now; there is a waiting list',
  book: 'Book a visit',
  asOf: (time) => `As of ${time}`,
  stale: 'The connection is lost; these numbers may be old.',
};
