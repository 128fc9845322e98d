export {
  book,
  cancel,
  cancelTicket,
  dropHold,
  getBooking,
  getTicket,
  hold,
  listBookings,
  move,
  moveTicket,
} from './contract/bookings.ts';
export { listDays, listHalls, listSlots } from './contract/slots.ts';
