import type { Act } from '#kernel/endpoint.ts';
import type { Day } from '#kernel/workdays.ts';
import { findCase, listActions } from '../queries/case.ts';
import { isWithheld, type Owing, owingOf } from '../rules/owing.ts';
import { situationOf } from './on-case.ts';

/** Whether the signed result of a case is kept back because a paper is owed. */
export async function findWithheld(act: Act, caseNo: string): Promise<boolean> {
  const file = await findCase(act.tx, caseNo);
  return file !== undefined && isWithheld(file, await situationOf(act, file));
}

/** The papers on whose coming a result depends that is given out before them, with their days. */
export async function listConditions(act: Act, caseNo: string): Promise<{ paper: Owing; by: Day }[]> {
  const file = await findCase(act.tx, caseNo);
  const owing = file ? owingOf(file, await situationOf(act, file)) : [];
  return owing.filter(({ document }) => document.owed?.blocks === 'none').map((paper) => ({ paper, by: paper.by }));
}

/** The entry of the log by which a case that stands decided was decided. */
export async function findDecidedSeq(act: Act, caseNo: string): Promise<number | undefined> {
  const file = await findCase(act.tx, caseNo);
  if (file?.state !== 'decided') return undefined;
  return (await listActions(act.tx, file.caseId)).findLast((entry) => entry.afterState === 'decided' && entry.beforeState !== 'decided')
    ?.seq;
}
