import type { Reaction } from '#kernel/module.ts';
import type { AlertRaised } from '#modules/hall/facts.ts';
import { alertNotice } from '#modules/hall/index.ts';
import { holdersOf } from '#modules/identity/index.ts';
import { tellSaid } from '../tell.ts';

/** 隔离上报: whoever heads the venue's unit, or supervises it, is told at once. */
export const tellAlert: Reaction = {
  on: 'hall.alert_raised',
  name: 'tell-alert',
  run: (job, { payload, at }) =>
    job.transaction(async (act) => {
      const { alertNo } = payload as AlertRaised;
      const notice = await alertNotice(act.tx, alertNo);
      if (!notice) return;
      const { unitCode, ...told } = notice;
      const readers = [...(await holdersOf(act.tx, 'supervisor', unitCode)), ...(await holdersOf(act.tx, 'head', unitCode))];
      const personIds = readers.map(({ personId }) => personId);
      await tellSaid(act, personIds, { ...told, source: `alert:${alertNo}`, kind: 'isolation', caseNo: null, at });
    }),
};
