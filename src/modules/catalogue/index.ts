import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { checkups } from './checkups.ts';
import * as contract from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { adminPages } from './pages/admin/index.ts';
import { portalPages } from './pages/portal/index.ts';
import { reactions, routines } from './reactions.ts';

export { type ChannelReader, type ChannelSubject, setChannelReader } from './channel-reader.ts';
export type { ImportFormat, ImportReport, ReportRow } from './contract/imports.ts';
export { type DemoCatalogue, loadDemoCatalogue } from './demo.ts';
export { exportCatalogue } from './import/export-catalogue.ts';
export { type GivenFile, importCatalogue } from './import/run-import.ts';
export type {
  Channel,
  ChannelName,
  DocumentSlot,
  DocumentSource,
  Item,
  ItemKind,
  ItemLimit,
  Question,
  QuestionType,
  Section,
  SubQuestion,
} from './item.ts';
export type { Catalogue } from './held.ts';
export { findItem, findItemInForce, findItemVersion, getCatalogue, listItemsWithRule } from './held.ts';
export { rankItems } from './publish.ts';
export type { ListedItem } from './queries/items.ts';
export { isApprovable, ruleInputs, toJsonLogic } from './rules/auto.ts';
export { type Condition, type ConditionFacts } from './rules/condition.ts';
export { type MovedAnswers, moveAnswers } from './rules/difference.ts';
export { type PresenceReason } from './rules/directories.ts';
export { type FlowLane, type FlowStep, type FlowWords } from './rules/flow.ts';
export {
  type AnswerProblem,
  askedQuestions,
  checkAnswers,
  type CheckedAnswers,
  nextQuestion,
  openKeys,
  type SectionProgress,
  sectionProgress,
  type SectionState,
} from './rules/form.ts';
export { type Directory } from './rules/listing.ts';
export { search } from './rules/search/query.ts';
export { type AnswerRefusal, type Answers, type AnswerValue, type FormContext } from './rules/parse-answer.ts';
export {
  checkSlots,
  isDeclarable,
  isOwable,
  mostFiles,
  neededSlots,
  type NeededSlot,
  type SlotAnswer,
  type SlotAnswers,
  type SlotFacts,
  type SlotProblem,
  type SlotState,
  slotStates,
  type SlotWay,
} from './rules/slots.ts';
export {
  isPlanDone,
  openTasks,
  type Plan,
  type PlanFacts,
  planFor,
  type PlanStep,
  type PlanTask,
  type StageKind,
  taskByKey,
} from './rules/stage-plan.ts';

export { type ItemUsage, setUsageCounter, type UsageCounter } from './usage.ts';

export const catalogueModule = defineModule({
  name: 'catalogue',
  migrations: new URL('./migrations/', import.meta.url),
  contract,
  actions,
  reactions,
  routines,
  checkups,
  pages: [...portalPages, ...adminPages],
  refusalWords: (language) => wordsIn(language).refusals,
});
