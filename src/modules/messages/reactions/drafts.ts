import type { Act } from '#kernel/endpoint.ts';
import type { Fact, Reaction, Routine } from '#kernel/module.ts';
import { textIn } from '#kernel/locale.ts';
import { getCatalogue } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { personsById } from '#modules/identity/index.ts';
import { contactLine } from '../about-case.ts';
import { noFacts } from '../notice-facts.ts';
import { listIdle, type WaitingDraft } from '../queries/drafts.ts';
import { tell, type Telling } from '../tell.ts';

const hourMs = 3_600_000;
const batchSize = 200;

/** Twice and never again: after a day and after three. Older ones were left on purpose. */
const reminders = [
  { mark: '24h', kind: 'draftDay', after: 24 * hourMs, until: 72 * hourMs },
  { mark: '72h', kind: 'draftLast', after: 72 * hourMs, until: 14 * 24 * hourMs },
] as const;

/** What is told of a draft that its owner has not sent. */
export async function draftTelling(act: Act, draft: WaitingDraft, { source, kind }: Pick<Telling, 'source' | 'kind'>): Promise<Telling> {
  const item = (await getCatalogue(act.tx, act.now)).byCode.get(draft.itemCode);
  const directory = await getDirectory(act.tx);
  return {
    source,
    kind,
    caseNo: null,
    link: `/drafts/${draft.draftId}`,
    at: act.now,
    zone: directory.zoneOf(item?.unitCode ?? directory.regions[0]?.code ?? ''),
    facts: (language) => ({ ...noFacts, item: textIn(item?.name, language) || draft.itemCode }),
  };
}

async function remindOwners(act: Act, { mark, kind, after, until }: (typeof reminders)[number]): Promise<void> {
  const now = act.now.getTime();
  const idle = await listIdle(act.tx, {
    mark,
    touchedAfter: new Date(now - until),
    touchedBefore: new Date(now - after),
    limit: batchSize,
  });
  for (const draft of idle)
    await tell(act, [draft.personId], await draftTelling(act, draft, { source: `draft:${draft.draftId}:${mark}`, kind }));
}

export const remindDrafts: Routine = {
  name: 'remind-drafts',
  everySeconds: 300,
  run: async (job) => {
    for (const reminder of reminders) await job.transaction((act) => remindOwners(act, reminder));
  },
};

type StartedFor = { readonly principalId: string; readonly agentId: string; readonly itemCode: string };

/** 代办: whoever is acted for hears of it when it begins, not only when it is done. */
export const draftStartedFor: Reaction = {
  on: 'cases.draft_started_for',
  name: 'tell-draft-started',
  run: (job, fact) => job.transaction((act) => tellPrincipal(act, fact)),
};

async function tellPrincipal(act: Act, { factId, at, payload }: Fact): Promise<void> {
  const { principalId, agentId, itemCode } = payload as StartedFor;
  const item = (await getCatalogue(act.tx, act.now)).byCode.get(itemCode);
  const agent = (await personsById(act.tx, [agentId])).get(agentId);
  const directory = await getDirectory(act.tx);
  const unitCode = item?.unitCode ?? '';
  await tell(act, [principalId], {
    source: `fact:${factId}`,
    kind: 'draftFor',
    caseNo: null,
    link: '/my/acting',
    at,
    zone: directory.zoneOf(item?.unitCode ?? directory.regions[0]?.code ?? ''),
    facts: (language) => ({ ...noFacts, item: textIn(item?.name, language) || itemCode, who: agent?.name ?? '' }),
    contact: (language) => contactLine(directory, { unitCode, officer: directory.headOf(unitCode), language }),
  });
}
