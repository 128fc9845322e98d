import type { Act } from '#kernel/endpoint.ts';
import type { Checkup, Job, Reaction, Routine } from '#kernel/module.ts';
import { addDays } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { tryRule } from './actions/by-rule.ts';
import { isWholeChain, performAct, todayIn } from './actions/on-case.ts';
import { listActions } from './queries/case.ts';
import {
  deleteOldPresence,
  listChains,
  listDue,
  listNearDue,
  listOpenAfter,
  listOwing,
  listPassed,
  listServed,
  listSilent,
} from './queries/timers.ts';
import * as decision from './rules/decision.ts';
import { revokeOwing } from './rules/afterwards.ts';
import { isWholeSeal } from './rules/erased.ts';
import { lapseOwing, remindOwed } from './rules/owing.ts';
import { decideBySilence } from './rules/silence.ts';
import { takeSilence } from './rules/review.ts';
import type { Rule } from './rules/situation.ts';
import type { ActName } from './rules/states.ts';
import { apologiseBySelf, closeAfterDays, deemAccepted, recompute } from './rules/timers.ts';

const batchSize = 200;
const first = '00000000-0000-0000-0000-000000000000';
const dayMs = 86_400_000;

/** Acts on each case in a transaction of its own; a refusal only means that its time has not come. */
async function onEach(job: Job, name: ActName, { caseNos, rule }: { caseNos: readonly string[]; rule: Rule<object> }): Promise<void> {
  for (const caseNo of caseNos) await job.transaction((act) => performAct(act, name, { input: { caseNo }, rule }));
}

async function todayOf(act: Act): Promise<string> {
  return todayIn(await getDirectory(act.tx), act.now);
}

export const routines: readonly Routine[] = [
  {
    name: 'silence_accepts',
    everySeconds: 60,
    run: async (job) => {
      const caseNos = await job.transaction(async (act) =>
        listDue(act.tx, 'submitted', { upTo: addDays(await todayOf(act), -1), limit: batchSize }),
      );
      await onEach(job, 'accept', { caseNos, rule: deemAccepted });
    },
  },
  {
    name: 'late_cases_apologise',
    everySeconds: 60,
    run: async (job) => {
      const caseNos = await job.transaction(async (act) => {
        const regions = (await getDirectory(act.tx)).regions.filter((region) => region.jurisdiction === 'VN').map((region) => region.code);
        return listNearDue(act.tx, { upTo: addDays(await todayOf(act), 7), regions, limit: batchSize });
      });
      await onEach(job, 'apologise', { caseNos, rule: apologiseBySelf });
    },
  },
  {
    name: 'silence_decides',
    everySeconds: 600,
    run: async (job) => {
      const caseNos = await job.transaction(async (act) => listPassed(act.tx, { before: await todayOf(act), limit: batchSize }));
      await onEach(job, 'decide-by-silence', { caseNos, rule: decideBySilence });
    },
  },
  {
    name: 'silent_units',
    everySeconds: 600,
    run: async (job) => {
      const caseNos = await job.transaction(async (act) => listSilent(act.tx, { today: await todayOf(act), limit: batchSize }));
      await onEach(job, 'take-silence', { caseNos, rule: takeSilence });
    },
  },
  {
    name: 'owed_papers',
    everySeconds: 600,
    run: async (job) => {
      const caseNos = await job.transaction(async (act) => {
        const today = await todayOf(act);
        return listOwing(act.tx, { today, upTo: addDays(today, 10), limit: batchSize });
      });
      await onEach(job, 'lapse', { caseNos, rule: lapseOwing });
      await onEach(job, 'revoke', { caseNos, rule: revokeOwing });
      await onEach(job, 'remind-owed', { caseNos, rule: remindOwed });
    },
  },
  {
    name: 'delivered_cases_close',
    everySeconds: 3600,
    run: async (job) => {
      const caseNos = await job.transaction((act) =>
        listServed(act.tx, { before: new Date(act.now.getTime() - closeAfterDays * dayMs), limit: batchSize }),
      );
      await onEach(job, 'close', { caseNos, rule: decision.close });
    },
  },
  {
    name: 'forget_presence',
    everySeconds: 600,
    run: (job) => job.transaction((act) => deleteOldPresence(act.tx, new Date(act.now.getTime() - 600_000))),
  },
];

export const reactions: readonly Reaction[] = [
  {
    on: 'cases.case_submitted',
    name: 'decide_by_rule',
    run: (job, { payload }) => tryRule(job, String(payload['caseNo'])),
  },
  {
    on: 'directory.calendar_changed',
    name: 'recompute_open_cases',
    run: async (job, { payload }) => {
      const regions = await job.transaction(async (act) => (await getDirectory(act.tx)).regions.map((region) => region.code));
      for (let after = first; ; ) {
        const page = await job.transaction((act) => listOpenAfter(act.tx, { regions, after, limit: batchSize }));
        await onEach(job, 'recompute', {
          caseNos: page.map((row) => row.caseNo),
          rule: (file, _input, situation) => recompute(file, { reason: JSON.stringify(payload['days'] ?? []) }, situation),
        });
        const last = page.at(-1);
        if (!last) return;
        after = last.caseId;
      }
    },
  },
];

export const checkups: readonly Checkup[] = [
  {
    name: 'every action log is an unbroken chain that ends where its case says',
    run: async (act) => {
      const broken: string[] = [];
      for (let after = first; ; ) {
        const page = await listChains(act.tx, after, batchSize);
        for (const chain of page) {
          const { logSeal, caseNo } = chain;
          const log = await listActions(act.tx, chain.caseId);
          if (!(logSeal ? isWholeSeal(caseNo, log, { ...chain, logSeal }) : isWholeChain(caseNo, log, chain))) broken.push(caseNo);
        }
        const last = page.at(-1);
        if (!last) return broken;
        after = last.caseId;
      }
    },
  },
];
