/** What this module says has happened. */
export type CatalogueFacts = {
  item_published: { itemCode: string; version: number; effectiveFrom: string };
  item_retired: { itemCode: string; lastDay: string; successor?: string };
  /** Any number of items at once; `changed` is 0 when the file said nothing new. */
  catalogue_imported: { importId: string; format: string; changed: number };
  /** Somebody looked for something in vain. */
  item_not_found: { words: string; language: string };
};
