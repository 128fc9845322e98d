import { type Catalogue, type ListedItem, search } from '#modules/catalogue/index.ts';

/** What is done at a hall: by appointment, or by coming. */
export function isBookable({ channels }: ListedItem): boolean {
  return channels.some((name) => name === 'appointment' || name === 'walk-in');
}

/** Bookable items by the words people use for them, the best hit first. */
export function findBookable({ index, items }: Catalogue, words: string, limit: number): ListedItem[] {
  const accept = (id: number) => isBookable(items[id] as ListedItem);
  return search(index, words, { filter: { accept }, limit, offset: 0 }).hits.map(({ id }) => items[id] as ListedItem);
}
