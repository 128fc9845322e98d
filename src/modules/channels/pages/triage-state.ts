import type { Act } from '#kernel/endpoint.ts';
import type { PageRequest } from '#kernel/page.ts';
import { findItem, type Item } from '#modules/catalogue/index.ts';
import { type Directory, getDirectory, type Officer, type Unit, type Venue } from '#modules/directory/index.ts';
import { type Status, statusOf } from '../held.ts';
import { type ChannelName, channelNames } from '../rules.ts';
import { nextTriageQuestion, situations, type TriageAnswers, type TriageQuestion, waysFor } from '../rules/triage.ts';

export type Triage = {
  readonly code: string | undefined;
  readonly item: Item | undefined;
  readonly answers: TriageAnswers;
  readonly question: TriageQuestion | undefined;
  /** Open ways, best first; a way that was asked for by name alone. */
  readonly ways: readonly ChannelName[];
  readonly asked: ChannelName | undefined;
  readonly status: Status;
  readonly contact: Contact;
  readonly path: string;
};
export type Contact = {
  readonly unit: Unit | undefined;
  readonly head: Officer | undefined;
  readonly phone: string;
  readonly venues: readonly Venue[];
};

/** What the address says: the answers so far, each one value. */
export function readAnswers(query: Readonly<Record<string, string>>): TriageAnswers {
  const yesNo = (name: string) => (query[name] === 'yes' ? true : query[name] === 'no' ? false : undefined);
  return {
    urgent: yesNo('urgent'),
    situation: situations.find((one) => one === query['situation']),
    device: yesNo('device'),
    paper: yesNo('paper'),
    helper: yesNo('helper'),
  };
}

export async function loadTriage({ tx, now, language }: Act, { params, query, path }: PageRequest): Promise<Triage | undefined> {
  const code = params['code'];
  const item = code ? await findItem(tx, code, now) : undefined;
  if (code && !item) return undefined;
  const answers = readAnswers(query);
  const urgent = answers.urgent ?? false;
  const status = await statusOf(tx, { item, at: now, language, urgent });
  const asked = channelNames.find((name) => name === query['way'] && status[name].offered);
  return {
    code,
    item,
    answers,
    question: asked ? undefined : nextTriageQuestion(answers),
    ways: asked ? [asked] : proposed(item, answers, status),
    asked,
    status,
    contact: contactOf(item, await getDirectory(tx)),
    path,
  };
}

/** Advice is no way to apply, though it helps whoever has neither device nor helper; and what is open for some people only never stands first. */
function proposed(item: Item | undefined, answers: TriageAnswers, status: Status): ChannelName[] {
  const open = channelNames.filter((name) => {
    const channel = item?.channels[name];
    const helps = channel?.as !== 'guidance' || answers.helper === false;
    return status[name].state === 'open' && helps && (channel?.only !== 'urgent' || answers.urgent);
  });
  const ways = waysFor(answers, open);
  const isForSome = (name: ChannelName) => item?.channels[name]?.for !== undefined;
  return [...ways.filter((name) => !isForSome(name)), ...ways.filter(isForSome)];
}

function contactOf(item: Item | undefined, directory: Directory): Contact {
  const unit = item && directory.unitByCode.get(item.unit);
  const region = unit?.regionCode;
  const near = directory.venues.filter((venue) => venue.regionCode === region);
  return {
    unit,
    head: item && directory.headOf(item.unit),
    phone: item?.contact?.phone ?? unit?.phone ?? '12345',
    venues: near.length > 0 ? near : directory.venues.slice(0, 1),
  };
}
