export { book, dropHold, hold } from './actions/book.ts';
export { cancel, cancelTicket, move, moveTicket } from './actions/change.ts';
export { getBooking, getTicket, listBookings } from './actions/read.ts';
export { listDays, listHalls, listSlots } from './actions/slots.ts';
