import type { Checkup, Routine } from '#kernel/module.ts';
import { addDays } from '#kernel/workdays.ts';
import { listOverdue } from '#modules/cases/index.ts';
import { dueAt } from './due.ts';
import { eraseDue } from './erase.ts';

/** How many days after its time a case may still be there before the doctor says so. */
const slackDays = 2;
const dayMs = 86_400_000;

export const routines: readonly Routine[] = [{ name: 'erase-due', everySeconds: 3600, run: eraseDue }];

export const checkups: readonly Checkup[] = [
  {
    name: 'nothing is kept longer than the retention policy says',
    run: async ({ tx, now }) => {
      const { today, warnedBefore } = dueAt(now);
      const late = await listOverdue(tx, addDays(today, -slackDays), new Date(warnedBefore.getTime() - slackDays * dayMs));
      return late.map(({ caseNo, keepUntil }) => `${caseNo} until ${keepUntil}`);
    },
  },
];
