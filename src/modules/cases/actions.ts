export * from './actions/acts.ts';
export { discardDraft, getDraft, listDrafts, saveAnswer, saveDelivery, saveSlot, startDraft } from './actions/drafts.ts';
export { countViews, decisionPdf, explainClock, getCase, listCases, listMine } from './actions/read.ts';
export { followUpRating } from './actions/rating.ts';
export { remind } from './actions/remind.ts';
export { submit, submitDraft } from './actions/submit.ts';
export { batch, beHere, listMessages, writeMessage } from './actions/together.ts';
export { track } from './actions/track.ts';
export { deleteView, listViews, saveView } from './actions/views.ts';
