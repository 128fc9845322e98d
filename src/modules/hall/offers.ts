import type { Static } from 'typebox';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { type ChannelName, statusOf } from '#modules/channels/index.ts';
import type { Offer as OfferShape } from './contract/door.ts';
import { doorWords } from './locales/door/index.ts';
import type { Place } from './place.ts';
import type { Decision } from './rules/screening.ts';
import { isHealthFinding } from './rules/screening.ts';

type Offer = Static<typeof OfferShape>;
const elsewhere = ['online', 'phone', 'post', 'proxy'] as const satisfies readonly ChannelName[];

/** Nobody is turned away without another way: what to do next, in the order in which it is said. */
export async function offersFor(act: Act, place: Place, decision: Decision): Promise<Offer[]> {
  if (decision.outcome === 'enter' || decision.outcome === 'special') return [];
  const words = doorWords(act.language).offers;
  const { rules } = place.policy;
  const status = await statusOf(act.tx, { item: undefined, venueCode: place.venue.code, at: act.now, language: act.language });
  const offers: Offer[] = [];
  if (decision.reasons.includes('fever_measure_again'))
    offers.push({ kind: 'measure-again', text: words.measureAgain(rules.repeatAfterMinutes), href: null });
  if (isHealthFinding(decision) && rules.hospital)
    offers.push({ kind: 'hospital', text: words.hospital(textIn(rules.hospital, act.language)), href: null });
  if (decision.outcome === 'refuse') offers.push({ kind: 'book-later', text: words.bookLater, href: `/book?venue=${place.venue.code}` });
  for (const channel of elsewhere)
    if (status[channel].state === 'open')
      offers.push({ kind: channel, text: words[channel], href: channel === 'online' ? '/services' : null });
  return offers;
}
