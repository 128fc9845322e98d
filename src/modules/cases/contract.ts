/** Everything that can be asked of this module, by what it is about: applying, acting on a case, reading, many cases and people together, ratings, saved views. */
export * from './contract/acts.ts';
export {
  discardDraft,
  getDraft,
  listDrafts,
  saveAnswer,
  saveDelivery,
  saveSlot,
  startDraft,
  submit,
  submitDraft,
} from './contract/apply.ts';
export { getRule, listRules, switchRule } from './contract/by-rule.ts';
export { followUpRating } from './contract/rating.ts';
export { countViews, decisionPdf, explainClock, getCase, listCases, listMine, track } from './contract/read.ts';
export { batch, beHere, listMessages, writeMessage } from './contract/together.ts';
export { deleteView, listViews, saveView } from './contract/views.ts';
