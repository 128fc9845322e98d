import type { Action } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import type * as contract from '../contract/acts.ts';
import { lockCase } from '../queries/case.ts';
import { findLastReminder } from '../queries/supervised.ts';
import { performAct } from './on-case.ts';

/** 催办: once a case and day. The case is locked before the log is read, so that two who press at once press once. */
export const remind: Action<typeof contract.remind> = async (act, input) => {
  const file = await lockCase(act.tx, parseHumanNumber(input.caseNo) ?? input.caseNo);
  const last = file && (await findLastReminder(act.tx, file.caseId));
  return performAct(act, 'remind', {
    input,
    rule: (_file, { note = '' }, { now, calendar: { zone } }) =>
      last && dayOf(last, zone) === dayOf(now, zone) ? refuse('reminded_already', { at: last }) : { set: {}, reason: note },
  }) as never;
};
