import type { Tx } from '#kernel/db.ts';
import type { ChannelName } from './rules.ts';

/** What is asked of modules that come later: how many drafts and bookings a suspension would hit. No item codes: all items. */
export type EffectQuestion = {
  readonly itemCodes: readonly string[] | undefined;
  readonly channels: readonly ChannelName[];
  readonly venueCode: string | null;
  readonly from: Date;
  readonly until: Date | null;
};
export type EffectCounters = {
  readonly drafts: (tx: Tx, question: EffectQuestion) => Promise<number>;
  readonly bookings: (tx: Tx, question: EffectQuestion) => Promise<number>;
};

const none = async () => 0;
let counters: EffectCounters = { drafts: none, bookings: none };

/** Called once at start-up with what the later modules count. */
export function configureChannels(given: Partial<EffectCounters>): void {
  counters = { ...counters, ...given };
}

export async function countEffects(tx: Tx, question: EffectQuestion): Promise<{ drafts: number; bookings: number }> {
  return { drafts: await counters.drafts(tx, question), bookings: await counters.bookings(tx, question) };
}
