import type { Act, Action } from '#kernel/endpoint.ts';
import { newId, parseHumanNumber } from '#kernel/ids.ts';
import { textIn } from '#kernel/locale.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { findBooking, type HallBooking, listBookingsOn } from '#modules/appointments/index.ts';
import type * as contract from '../contract/devices.ts';
import type { lookUp as LookUp } from '../contract/door.ts';
import { codeToGuest, findGuest } from '../guest.ts';
import { openPlace, type Place } from '../place.ts';
import { findDevice } from '../queries/devices.ts';
import { changeCount, countGates, findOpenLease, insertLease } from '../queries/headcount.ts';
import { listWaitingReadings } from '../queries/robots.ts';
import { countEntered } from '../queries/visits.ts';
import { getPolicyAt } from '../queries/policy.ts';
import { roomIn } from '../rules/headcount.ts';
import { passText } from '../rules/pass.ts';
import { hallSettings } from '../settings.ts';
import { giveBack, lockPlace } from './count.ts';
import { occupancyOf } from './exit.ts';
import { here } from './moment.ts';

const minuteMs = 60_000;

/** 名额: what is free now, shared among the doors that are alive, so that each of them can go on for a while without a line. */
export const takeLease: Action<typeof contract.takeLease> = async (act, { venue, waiting }) => {
  const place = await openPlace(act, venue, ['gate']);
  if (isRefusal(place)) return place;
  if (!act.actor.device) return refuse('not_a_device');
  if (waiting > 0) return refuse('send_first', { waiting });
  const { deviceId } = act.actor.device;
  const locked = await lockPlace(act, place);
  const before = await findOpenLease(act.tx, deviceId, 'hall');
  const count = before ? await giveBack(act, locked, { lease: before, moment: here(act, null) }) : locked.counts.hall;
  const { leasePlaces, leaseMinutes } = place.policy.rules;
  const gates = Math.max(1, await countGates(act.tx, venue, act.now));
  const share = Math.min(leasePlaces, Math.floor(roomIn(count, place.capOf.hall) / gates));
  const places = (await isWayIn(act, place, deviceId)) ? share : 0;
  const lease = {
    leaseId: newId(),
    venueCode: venue,
    area: 'hall' as const,
    deviceId,
    places,
    used: 0,
    grantedAt: act.now,
    untilAt: new Date(act.now.getTime() + leaseMinutes * minuteMs),
  };
  await changeCount(act.tx, { venue, area: 'hall', seen: count, change: { inside: 0, leased: places } });
  await insertLease(act.tx, lease);
  return { leaseId: lease.leaseId, places, until: lease.untilAt.toISOString(), minutes: leaseMinutes };
};

/** Nobody comes in where people only go out. */
async function isWayIn(act: Act, { plan }: Place, deviceId: string): Promise<boolean> {
  const device = await findDevice(act.tx, deviceId);
  return plan.doors.find(({ door }) => door === device?.door)?.direction !== 'out';
}

export const getDoor: Action<typeof contract.getDoor> = async (act, { venue, door }) => {
  const place = await openPlace(act, venue, ['gate', 'window', 'supervisor']);
  if (isRefusal(place)) return place;
  const known = place.plan.doors.find((one) => one.door === door);
  if (!known) return refuse('not_found');
  const bookings = await listBookingsOn(act.tx, venue, place.day);
  const readings = await listWaitingReadings(act.tx, venue, act.now);
  return {
    venue,
    door,
    name: textIn(known.name, act.language),
    direction: known.direction,
    steps: [...known.steps],
    policyVersion: place.policy.version,
    policy: place.policy.rules,
    passKey: hallSettings().box.publicKey,
    revoked: bookings.filter((booking) => !isOpen(booking)).map(({ bookingNo }) => bookingNo),
    ...(await occupancyOf(act, place)),
    enteredToday: await countEntered(act.tx, venue, place.day),
    readings: readings.map(({ readingId, at, checkBy, device }) => ({
      readingId,
      at: at.toISOString(),
      device,
      checkBy: checkBy.toISOString(),
    })),
    serverAt: act.now.toISOString(),
  };
};

function isOpen({ state }: HallBooking): boolean {
  return state === 'confirmed' || state === 'offered' || state === 'missed';
}

export const lookUp: Action<typeof LookUp> = async (act, { venue, code }) => {
  const place = await openPlace(act, venue, ['gate', 'window', 'supervisor']);
  if (isRefusal(place)) return place;
  const guest = await findGuest(act, place, codeToGuest(code));
  if (isRefusal(guest)) return guest;
  const { booking, shown, party } = guest;
  if (!booking) return refuse('booking_unknown');
  const { bookingNo, startsAt, windowNo, special } = booking;
  const minutesEarly = Math.round((startsAt.getTime() - act.now.getTime()) / minuteMs);
  return { bookingNo, shown, at: startsAt.toISOString(), party, windowNo, special, minutesEarly };
};

/** The pass of one’s own booking: from an hour before its time until the policy’s hours are over. */
export const issuePass: Action<typeof contract.issuePass> = async (act, { bookingNo }) => {
  const booking = await findBooking(act.tx, parseHumanNumber(bookingNo) ?? bookingNo);
  if (!booking || booking.personId === null || booking.personId !== act.actor.personId) return refuse('booking_unknown');
  if (!isOpen(booking) || booking.endsAt < act.now) return refuse('booking_over');
  return signPass(act, booking);
};

/** The pass on a ticket, for whoever knows the ticket's secret; none for a booking that is over. */
export async function passFor(act: Act, bookingNo: string): Promise<string | undefined> {
  const booking = await findBooking(act.tx, bookingNo);
  const opens = booking && isOpen(booking) && booking.endsAt >= act.now;
  return opens ? (await signPass(act, booking)).pass : undefined;
}

const earlyMs = 60 * minuteMs;

async function signPass(act: Act, booking: HallBooking) {
  const { version, rules } = await getPolicyAt(act.tx, act.now);
  const from = new Date(booking.startsAt.getTime() - earlyMs);
  const until = new Date(Math.min(booking.endsAt.getTime() + earlyMs, booking.startsAt.getTime() + rules.passHours * 60 * minuteMs));
  const text = passText({
    venue: booking.place,
    area: booking.special ? 'special' : 'hall',
    booking: booking.bookingNo,
    party: booking.party,
    from: Math.floor(from.getTime() / 1000),
    until: Math.floor(until.getTime() / 1000),
    policy: version,
  });
  return { pass: `${text}.${hallSettings().box.sign(text)}`, from: from.toISOString(), until: until.toISOString() };
}
