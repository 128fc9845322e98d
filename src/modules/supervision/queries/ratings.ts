import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';
import type { GradeRow } from '../rules/grades.ts';
import { type Scope, unitsOf } from '../scope.ts';

export async function insertGraded(
  tx: Tx,
  graded: { caseNo: string; onDay: string; unitCode: string; itemCode: string; grade: number },
): Promise<void> {
  await tx.run(
    `insert into supervision.graded (case_no, on_day, unit_code, item_code, grade) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [graded.caseNo, graded.onDay, graded.unitCode, graded.itemCode, graded.grade],
  );
}

const inScope = `($1::text[] is null or unit_code = any($1) or unit_code like any($2::text[]))`;

export function listGrades(tx: Tx, scope: Scope, since: string): Promise<GradeRow[]> {
  return tx.rows<GradeRow>(
    `select unit_code, grade, count(*) as n from supervision.graded where on_day >= $3 and ${inScope} group by 1, 2`,
    [...unitsOf(scope), since],
  );
}

export type BadRating = {
  readonly caseNo: string;
  readonly region: string;
  readonly itemName: Text;
  readonly unitCode: string;
  readonly at: Date;
  readonly grade: number;
  readonly words: string | null;
  readonly followUpBy: string;
  readonly followedUpAt: Date | null;
  readonly followUp: string | null;
  readonly followUpByName: string | null;
};

const columns = `case_no, region, item_name, unit_code, at, grade, words, follow_up_by, followed_up_at, follow_up, follow_up_by_name`;

/** Bad ratings that wait for a call back, the most urgent first. */
export function listWaiting(tx: Tx, scope: Scope, limit: number): Promise<BadRating[]> {
  return tx.rows<BadRating>(
    `select ${columns} from cases.public_rating where follow_up_by is not null and followed_up_at is null and ${inScope} order by follow_up_by, at limit $3`,
    [...unitsOf(scope), limit],
  );
}

/** Bad ratings since an instant that were followed up, newest first. */
export function listFollowedUp(tx: Tx, scope: Scope, { since, limit }: { since: Date; limit: number }): Promise<BadRating[]> {
  return tx.rows<BadRating>(
    `select ${columns} from cases.public_rating where at >= $3 and followed_up_at is not null and ${inScope} order by followed_up_at desc limit $4`,
    [...unitsOf(scope), since, limit],
  );
}
