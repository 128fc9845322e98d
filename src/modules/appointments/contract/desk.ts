import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Booking, BookingNo, listOf, Place } from './types.ts';

export const listUnsettled = endpoint({
  method: 'GET',
  path: '/unsettled',
  may: ['window', 'hotline', 'planner', 'supervisor', 'head', 'admin'],
  about: 'Bookings whose time has passed without an outcome, for somebody to look into: nobody is marked absent by a clock',
  input: Type.Object({ venue: Place }),
  output: listOf(Booking),
  refusals: { unknown_venue: 404, forbidden: 403 },
});

export const settle = endpoint({
  method: 'POST',
  path: '/:bookingNo/settle',
  may: ['window', 'hotline', 'planner'],
  about: 'Say of a booking whose time has passed whether the person came',
  input: Type.Object({ bookingNo: BookingNo, outcome: Type.Enum(['served', 'missed']) }),
  output: Booking,
  refusals: { not_found: 404, wrong_state: 409, not_over: 409 },
});
