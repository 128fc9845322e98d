import type { Act, Action } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { countWorkdays, dayOf } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type * as contract from '../contract.ts';
import { daysBack, look, measuredDays } from '../looked.ts';
import { type BadRating, listFollowedUp, listGrades, listWaiting } from '../queries/ratings.ts';
import { gradesByUnit, gradesOf, hideNumbers } from '../rules/grades.ts';

const mostWaiting = 100;
const mostDone = 20;
const dayMs = 86_400_000;

export const getRatings: Action<typeof contract.getRatings> = async (act) => {
  const { scope, today, unitName } = await look(act);
  const since = daysBack(today, measuredDays);
  const grades = await listGrades(act.tx, scope, since);
  const waiting = await listWaiting(act.tx, scope, mostWaiting);
  const done = await listFollowedUp(act.tx, scope, { since: new Date(act.now.getTime() - measuredDays * dayMs), limit: mostDone });
  const directory = await getDirectory(act.tx);
  const leftUntil = ({ region, followUpBy }: BadRating) =>
    countWorkdays(directory.calendarOf(region), dayOf(act.now, directory.zoneOf(region)), followUpBy);
  return {
    since,
    grades: [...gradesOf(grades)],
    units: gradesByUnit(grades).map((unit) => ({ ...unit, grades: [...unit.grades], unitName: unitName(unit.unitCode) })),
    waiting: waiting.map((rating) => ({
      ...toShown(rating, act),
      unitName: unitName(rating.unitCode),
      at: rating.at.toISOString(),
      followUpBy: rating.followUpBy,
      daysLeft: leftUntil(rating),
    })),
    done: done.map((rating) => ({
      ...toShown(rating, act),
      followUp: rating.followUp ?? '',
      by: rating.followUpByName ?? '',
      followedUpAt: rating.followedUpAt?.toISOString() ?? '',
    })),
  };
};

function toShown({ caseNo, itemName, grade, words }: BadRating, { language }: Act) {
  return { caseNo, itemName: textIn(itemName, language), grade, words: hideNumbers(words ?? '') };
}
