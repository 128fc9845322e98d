import type { Text } from '#kernel/locale.ts';

/** The nine ways to a service, in the order they are shown. */
export const channelNames = ['online', 'mobile', 'kiosk', 'phone', 'post', 'appointment', 'walk-in', 'home-visit', 'proxy'] as const;
export type ChannelName = (typeof channelNames)[number];

export type SuspensionRow = {
  readonly suspensionId: string;
  readonly venueCode: string | null;
  readonly unitCode: string | null;
  readonly itemCode: string | null;
  readonly channels: readonly ChannelName[];
  readonly fromAt: Date;
  readonly untilAt: Date | null;
  readonly endedAt: Date | null;
  readonly reason: Text;
  readonly urgentExcepted: boolean;
  readonly version: number;
};

/** What is asked about: an item, or a venue, or neither (then only what closes everything counts). */
export type Place = {
  readonly itemCode?: string | undefined;
  readonly unitCode?: string | undefined;
  readonly venueCode?: string | undefined;
};

/** Closed from its first instant on, up to but not with its end. */
export function isInForce({ fromAt, untilAt, endedAt }: Pick<SuspensionRow, 'fromAt' | 'untilAt' | 'endedAt'>, at: Date): boolean {
  return fromAt <= at && (!untilAt || at < untilAt) && (!endedAt || at < endedAt);
}

/** Whether a suspension reaches a place: it names nothing, or all that it names fits (a unit with everything below it). */
export function reaches(suspension: Pick<SuspensionRow, 'venueCode' | 'unitCode' | 'itemCode'>, place: Place): boolean {
  const { venueCode, unitCode, itemCode } = suspension;
  if (itemCode && itemCode !== place.itemCode) return false;
  if (venueCode && venueCode !== place.venueCode) return false;
  return !unitCode || place.unitCode === unitCode || (place.unitCode?.startsWith(`${unitCode}/`) ?? false);
}

/** The suspension that closes a channel at an instant; of several, the one that lasts longest. Urgent matters pass where they are excepted. */
export function closureOf(
  suspensions: readonly SuspensionRow[],
  question: Place & { channel: ChannelName; at: Date; urgent?: boolean },
): SuspensionRow | undefined {
  return suspensions
    .filter(
      (one) =>
        isInForce(one, question.at) &&
        one.channels.includes(question.channel) &&
        reaches(one, question) &&
        !(question.urgent && one.urgentExcepted),
    )
    .sort((a, b) => (b.untilAt?.getTime() ?? Number.POSITIVE_INFINITY) - (a.untilAt?.getTime() ?? Number.POSITIVE_INFINITY))[0];
}
