export { changeDraft, compareDraft, discardDraft, getDraft, listDrafts, openDraft, publishDraft, saveDraft } from './actions/drafts.ts';
export { bringFile, getImport, importFile, importItems, listImports } from './actions/imports.ts';
export { getItem, listItems, listItemVersions, retireItem, suggestItems } from './actions/items.ts';
export { deleteSynonym, listSynonyms, listZeroHits, putSynonym } from './actions/synonyms.ts';
