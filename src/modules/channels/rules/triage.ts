import type { ChannelName } from '../rules.ts';

export const situations = ['deadline', 'health', 'living', 'travel', 'death', 'other'] as const;
export type Situation = (typeof situations)[number];
/** What a person has answered so far; a question that makes no difference is never asked. */
export type TriageAnswers = {
  readonly urgent?: boolean | undefined;
  readonly situation?: Situation | undefined;
  readonly device?: boolean | undefined;
  readonly paper?: boolean | undefined;
  readonly helper?: boolean | undefined;
};
export type TriageQuestion = keyof TriageAnswers;

/** Urgent matters: the situation first, then a person. Everybody else: at most three plain questions. */
export function nextTriageQuestion({ urgent, situation, device, paper, helper }: TriageAnswers): TriageQuestion | undefined {
  if (urgent === undefined) return 'urgent';
  if (urgent) return situation === undefined ? 'situation' : undefined;
  if (device === undefined) return 'device';
  if (device) return paper === undefined ? 'paper' : undefined;
  return helper === undefined ? 'helper' : undefined;
}

const orders: Readonly<Record<'urgent' | 'screen' | 'paper' | 'helper' | 'alone', readonly ChannelName[]>> = {
  urgent: ['appointment', 'online', 'mobile', 'walk-in', 'proxy', 'kiosk', 'post', 'home-visit', 'phone'],
  screen: ['online', 'mobile', 'kiosk', 'proxy', 'post', 'appointment', 'walk-in', 'phone', 'home-visit'],
  paper: ['post', 'appointment', 'walk-in', 'home-visit', 'kiosk', 'online', 'mobile', 'proxy', 'phone'],
  helper: ['proxy', 'kiosk', 'post', 'appointment', 'walk-in', 'home-visit', 'phone', 'mobile', 'online'],
  alone: ['phone', 'home-visit', 'appointment', 'walk-in', 'kiosk', 'post', 'proxy', 'mobile', 'online'],
};

/** The open ways, the one that suits the answers best first. */
export function waysFor({ urgent, device, paper, helper }: TriageAnswers, open: readonly ChannelName[]): ChannelName[] {
  const kind = urgent ? 'urgent' : device ? (paper ? 'paper' : 'screen') : helper ? 'helper' : 'alone';
  return orders[kind].filter((name) => open.includes(name));
}
