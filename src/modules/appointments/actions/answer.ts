import type { Act, Action } from '#kernel/endpoint.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import type * as contract from '../contract/bookings.ts';
import type * as many from '../contract/many.ts';
import { type BookingRow, findByNo, sendEvent, setState } from '../queries/bookings.ts';
import { setAnswered } from '../queries/waiting.ts';
import { findOwn, findTicket, giveUp, lockChangeable } from './change.ts';
import { toView } from './view.ts';

type Answer = { readonly choice: 'accept' | 'decline' | 'online' | 'post' | 'home-visit'; readonly version?: number | undefined };

/** What a displaced person says to the place held for them. An offer that has passed is still theirs while nobody else has taken it. */
async function answerFound(act: Act, found: BookingRow | Refusal<'not_found'>, { choice, version }: Answer) {
  const row = await lockChangeable(act, found, { version });
  if (isRefusal(row)) return row;
  if (row.state === 'confirmed') return refuse('wrong_state', { state: row.state });
  await setAnswered(act.tx, row.bookingId, choice === 'accept' ? 'served' : 'left');
  if (choice !== 'accept') return toView(act, await giveUp(act, row, { act: choice === 'decline' ? 'decline' : `choose-${choice}` }));
  if (row.state === 'displaced') return refuse('offer_expired');
  await setState(act.tx, { bookingId: row.bookingId, version: row.version, to: 'confirmed' });
  sendEvent(act.tx, { bookingId: row.bookingId, act: 'accept', at: act.now, actorId: act.actor.personId });
  return toView(act, { ...row, state: 'confirmed', version: row.version + 1, expiresAt: null });
}

export const answerOffer: Action<typeof contract.answerOffer> = async (act, { bookingNo, ...input }) =>
  answerFound(act, await findOwn(act, bookingNo), input);
export const answerTicket: Action<typeof contract.answerTicket> = async (act, { token, ...input }) =>
  answerFound(act, await findTicket(act, token), input);
export const answerFor: Action<typeof many.answerFor> = async (act, { bookingNo, ...input }) => {
  const found = await findByNo(act.tx, bookingNo);
  return answerFound(act, found ? await findOwn(act, bookingNo) : refuse('not_found'), input);
};
