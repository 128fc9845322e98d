import type { Act } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import type { Job } from '#kernel/module.ts';
import { addDays, type Day } from '#kernel/workdays.ts';
import { listUnwarned, listUnwarnedDrafts, setDraftWarned, setWarned } from '#modules/cases/index.ts';
import { findItem, findItemVersion } from '#modules/catalogue/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import { tellSaid } from '#modules/messages/index.ts';
import { formatDay } from '#ui/index.ts';
import { batchSize, dueAt, inBatches } from './due.ts';
import { wordsIn } from './locales/index.ts';

type Warning = {
  readonly source: string;
  readonly kind: 'draft' | 'case';
  readonly caseNo: string | null;
  readonly link: string;
  readonly on: Day;
};

/** Two weeks ahead people are told what will go, while they can still send it or take it with them. */
export async function warnAhead(job: Job): Promise<void> {
  await inBatches(() => job.transaction(warnOfDrafts));
  await inBatches(() => job.transaction(warnOfCases));
}

async function warnOfDrafts(act: Act): Promise<number> {
  const { draftsWarnedSince, today, current } = dueAt(act.now);
  const on = addDays(today, current.warnDays);
  const idle = await listUnwarnedDrafts(act.tx, draftsWarnedSince, batchSize);
  for (const { draftId, personId, itemCode } of idle) {
    await setDraftWarned(act.tx, draftId, act.now);
    const item = await findItem(act.tx, itemCode, act.now);
    const warning: Warning = { source: `erase:${draftId}:${on}`, kind: 'draft', caseNo: null, link: `/drafts/${draftId}`, on };
    await warn(act, [personId], { ...warning, named: (language) => textIn(item?.name, language) || itemCode });
  }
  return idle.length;
}

async function warnOfCases(act: Act): Promise<number> {
  const { warnUntil, today, current } = dueAt(act.now);
  const on = addDays(today, current.warnDays);
  const near = await listUnwarned(act.tx, warnUntil, batchSize);
  for (const { caseId, caseNo, applicantId, itemCode, itemVersion } of near) {
    await setWarned(act.tx, caseId, act.now);
    const item = await findItemVersion(act.tx, itemCode, itemVersion);
    const warning: Warning = { source: `erase:${caseNo}:${on}`, kind: 'case', caseNo, link: '/my/data', on };
    await warn(act, [applicantId], { ...warning, named: (language) => textIn(item?.name, language) || itemCode });
  }
  return near.length;
}

function warn(
  act: Act,
  personIds: readonly string[],
  { source, kind, caseNo, link, on, named }: Warning & { named: (language: Language) => string },
): Promise<void> {
  const said = (language: Language) => {
    const { title, body } = wordsIn(language).warnings[kind];
    return { title, body: body({ item: named(language), on: formatDay(on, language), no: caseNo ?? '' }) };
  };
  return tellSaid(act, personIds, { source, kind: 'erasureNear', caseNo, link, zone: centreZone(), at: act.now, said });
}
