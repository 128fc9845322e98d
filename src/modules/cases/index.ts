import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { casesWords } from './locales/index.ts';
import { deskPages } from './pages/desk/index.ts';
import { portalPages } from './pages/portal/index.ts';
import { checkups, reactions, routines } from './reactions.ts';

export const casesModule = defineModule({
  name: 'cases',
  contract,
  actions,
  pages: [...portalPages, ...deskPages],
  reactions,
  routines,
  checkups,
  migrations: new URL('./migrations/', import.meta.url),
  refusalWords: (language) => casesWords(language).refusals,
});

export {
  batch as batchEndpoint,
  followUpRating as followUpEndpoint,
  remind as remindEndpoint,
  track as trackEndpoint,
} from './contract.ts';
export { agentNow } from './actions/agent.ts';
export { performAct } from './actions/on-case.ts';
export { findDecidedSeq, findWithheld, listConditions } from './actions/withheld.ts';
export { viewCase } from './actions/read.ts';
export { eraseCase, eraseDrafts, type Erased, eraseIdentityPapers, kindOf } from './actions/erase.ts';
export { exportCases } from './queries/export.ts';
export { findCase, listActions, lockCase } from './queries/case.ts';
export {
  countDue,
  countIdleDrafts,
  type EndedCase,
  type IdleDraft,
  listOverdue,
  listToErase,
  listUnplaced,
  listUnwarned,
  listUnwarnedDrafts,
  setDraftWarned,
  setKeepUntil,
  setWarned,
} from './queries/erased.ts';
export { countDrafts, countItemUse } from './queries/draft.ts';
export { findRating, listOfPerson as listCasesOf } from './queries/lists.ts';
export type { CaseFile, Decision, DecisionOutcome } from './rules/case-file.ts';
export { serve as serveRule } from './rules/decision.ts';
export { isApplicantSide } from './rules/may-act.ts';
export { type UsedDays, usedDays } from './rules/used-days.ts';
export { casesWords } from './locales/index.ts';
