import type { Act } from '#kernel/endpoint.ts';
import type { Reaction, Routine } from '#kernel/module.ts';
import { dayOf } from '#kernel/workdays.ts';
import { findRating, listActions, usedDays, viewCase } from '#modules/cases/index.ts';
import { rankItems } from '#modules/catalogue/index.ts';
import { countByItem, insertEnding } from './queries/endings.ts';
import { insertGraded } from './queries/ratings.ts';

type CaseFact = { readonly caseNo: string; readonly seq: number };

/** Writes down how a matter ended, once for each decision: a case that is opened again ends again. */
async function noteEnding(act: Act, { caseNo, seq }: CaseFact, kind: 'decided' | 'not-accepted'): Promise<void> {
  const seen = await viewCase(act, caseNo);
  const entry = seen && (await listActions(act.tx, seen.file.caseId)).find((one) => one.seq === seq);
  if (!seen || !entry) return;
  const { file, situation } = seen;
  const onDay = dayOf(entry.at, situation.calendar.zone);
  const days = kind === 'decided' ? usedDays(file, situation, onDay) : undefined;
  await insertEnding(act.tx, {
    caseNo,
    seq,
    kind,
    at: entry.at,
    onDay,
    unitCode: file.unitCode,
    itemCode: file.itemCode,
    officerName: entry.actorName,
    outcome: typeof entry.detail['outcome'] === 'string' ? entry.detail['outcome'] : kind,
    reason: entry.reason ?? '',
    onTime: days ? (file.decision?.onTime ?? null) : null,
    usedDays: days?.used ?? null,
    promisedDays: days?.promised ?? null,
    statutoryDays: days?.statutory ?? null,
    dayUnit: days?.unit ?? null,
  });
}

async function noteGrade(act: Act, { caseNo }: CaseFact): Promise<void> {
  const seen = await viewCase(act, caseNo);
  const rating = seen && (await findRating(act.tx, seen.file.caseId));
  if (!seen || !rating) return;
  const { unitCode, itemCode } = seen.file;
  await insertGraded(act.tx, { caseNo, onDay: dayOf(rating.at, seen.situation.calendar.zone), unitCode, itemCode, grade: rating.grade });
}

export const reactions: readonly Reaction[] = [
  {
    on: 'cases.case_decided',
    name: 'note-decision',
    run: (job, { payload }) => job.transaction((act) => noteEnding(act, payload as CaseFact, 'decided')),
  },
  {
    on: 'cases.case_not_accepted',
    name: 'note-refusal',
    run: (job, { payload }) => job.transaction((act) => noteEnding(act, payload as CaseFact, 'not-accepted')),
  },
  { on: 'cases.case_rated', name: 'note-grade', run: (job, { payload }) => job.transaction((act) => noteGrade(act, payload as CaseFact)) },
];

const latelyMs = 90 * 86_400_000;

export const routines: readonly Routine[] = [
  {
    name: 'rank-items',
    everySeconds: 86_400,
    run: (job) => job.transaction(async (act) => rankItems(act, await countByItem(act.tx, new Date(act.now.getTime() - latelyMs)))),
  },
];
