/** Everything that can be asked of this module, in four parts: applying, acting on a case, reading, and the types they share. */
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
export { followUpRating } from './contract/rating.ts';
export {
  batch,
  beHere,
  countViews,
  decisionPdf,
  explainClock,
  getCase,
  listCases,
  listMessages,
  listMine,
  track,
  writeMessage,
} from './contract/read.ts';
export { deleteView, listViews, saveView } from './contract/views.ts';
