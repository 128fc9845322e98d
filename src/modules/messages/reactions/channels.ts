import type { Act } from '#kernel/endpoint.ts';
import type { Job, Reaction } from '#kernel/module.ts';
import { type Text, textIn } from '#kernel/locale.ts';
import { findItem } from '#modules/catalogue/index.ts';
import { type ChannelName, channelsWords, whyClosed } from '#modules/channels/index.ts';
import { formatInstant } from '#ui/format.ts';
import { wordsIn } from '../locales/index.ts';
import { listInChannels, listToldOf, type WaitingDraft } from '../queries/drafts.ts';
import { tell } from '../tell.ts';
import { draftTelling } from './drafts.ts';

const batchSize = 200;
const first = '00000000-0000-0000-0000-000000000000';

type Suspended = { readonly suspensionId: string; readonly channels: readonly string[]; readonly from: string };
type Closure = { readonly since: Date; readonly reason: Text; readonly instead: readonly ChannelName[] };

/** Drafts in pages, each page in a transaction of its own. */
async function eachDraft(
  job: Job,
  list: (act: Act, after: string) => Promise<WaitingDraft[]>,
  work: (act: Act, draft: WaitingDraft) => Promise<void>,
) {
  for (let after: string | undefined = first; after; ) {
    const from: string = after;
    const page: WaitingDraft[] = await job.transaction(async (act) => {
      const drafts = await list(act, from);
      for (const draft of drafts) await work(act, draft);
      return drafts;
    });
    after = page.length === batchSize ? page.at(-1)?.draftId : undefined;
  }
}

async function closureOf(act: Act, { itemCode, channel }: WaitingDraft, at: Date): Promise<Closure | undefined> {
  const item = await findItem(act.tx, itemCode, act.now);
  const closed = item && (await whyClosed(act.tx, { item, channel, at }));
  return closed?.refused === 'channel_closed' ? (closed.facts as Closure) : undefined;
}

/** People who are filling in a form in a closing channel are told from when, why, and which ways are open instead; nothing of theirs is lost. */
async function tellClosed(act: Act, draft: WaitingDraft, { suspensionId, from }: Suspended): Promise<void> {
  const closure = await closureOf(act, draft, new Date(from));
  if (!closure) return;
  const telling = await draftTelling(act, draft, { source: `suspension:${suspensionId}:${draft.draftId}`, kind: 'channelClosed' });
  await tell(act, [draft.personId], {
    ...telling,
    facts: (language) => ({
      ...telling.facts(language),
      by: formatInstant(new Date(closure.since), language, { zone: telling.zone }),
      reason: textIn(closure.reason, language),
      instead: wordsIn(language).list(closure.instead.map((name) => channelsWords(language).channels[name])),
    }),
  });
}

/** Whoever was told of the closing and still has the draft is told of the opening, unless something else keeps the way closed. */
async function tellOpen(act: Act, draft: WaitingDraft, suspensionId: string): Promise<void> {
  if (await closureOf(act, draft, act.now)) return;
  const source = `opened:${suspensionId}:${draft.draftId}`;
  await tell(act, [draft.personId], await draftTelling(act, draft, { source, kind: 'channelOpen' }));
}

const suspended: Reaction = {
  on: 'channels.suspended',
  name: 'tell-suspended',
  run: (job, { payload }) => {
    const fact = payload as Suspended;
    return eachDraft(
      job,
      (act, after) => listInChannels(act.tx, fact.channels, { after, limit: batchSize }),
      (act, draft) => tellClosed(act, draft, fact),
    );
  },
};

const opened: Reaction = {
  on: 'channels.suspension_ended',
  name: 'tell-suspension-ended',
  run: (job, { payload }) => {
    const suspensionId = String(payload['suspensionId']);
    return eachDraft(
      job,
      (act, after) => listToldOf(act.tx, suspensionId, { after, limit: batchSize }),
      (act, draft) => tellOpen(act, draft, suspensionId),
    );
  },
};

export const channelReactions: readonly Reaction[] = [suspended, opened];
