export { changeDraft, compareDraft, discardDraft, getDraft, listDrafts, openDraft, publishDraft, saveDraft } from './contract/drafts.ts';
export { bringFile, getImport, importFile, importItems, listImports } from './contract/imports.ts';
export { getItem, listItems, listItemVersions, retireItem, suggestItems } from './contract/items.ts';
export { deleteSynonym, listSynonyms, listZeroHits, putSynonym } from './contract/synonyms.ts';
