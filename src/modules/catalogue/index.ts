import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { adminPages } from './pages/admin/index.ts';
import { portalPages } from './pages/portal/index.ts';
import { reactions } from './reactions.ts';

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
export { audiences, channelNames, itemKinds, jurisdictions } from './item.ts';
export type { Catalogue } from './held.ts';
export { findItem, findItemInForce, findItemVersion, forgetCatalogue, getCatalogue } from './held.ts';
export type { ListedItem } from './queries/items.ts';
export { type Condition, type ConditionFacts, holds } from './rules/condition.ts';
export { differencesOf, type MovedAnswers, moveAnswers } from './rules/difference.ts';
export { directoriesOf, presenceReasons, type PresenceReason, takesIn } from './rules/directories.ts';
export { flowSvg } from './rules/flow-svg.ts';
export { flowOf, flowText, type FlowLane, type FlowStep, type FlowWords, laneName, laneNotes } from './rules/flow.ts';
export {
  type AnswerProblem,
  answersFromForm,
  askedQuestions,
  checkAnswers,
  type CheckedAnswers,
  nextQuestion,
  openKeys,
  type SectionProgress,
  sectionProgress,
  type SectionState,
} from './rules/form.ts';
export { type Directory, directoryNames } from './rules/listing.ts';
export { type AnswerRefusal, type Answers, type AnswerValue, type FormContext, parseAnswer } from './rules/parse-answer.ts';
export {
  checkSlots,
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
  planKeys,
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
  pages: [...portalPages, ...adminPages],
  refusalWords: (language) => wordsIn(language).refusals,
});
