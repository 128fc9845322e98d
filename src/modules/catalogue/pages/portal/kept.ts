import type { Directory as Places } from '#modules/directory/index.ts';
import type { KeptDrawings } from '#ui/index.ts';
import type { Catalogue } from '../../held.ts';

let held: { readonly catalogue: Catalogue; readonly places: Places; readonly drawings: KeptDrawings } | undefined;

/** Drawings made of the catalogue and the directory as they are now; when either has changed, all are made anew. */
export function keptFor(catalogue: Catalogue, places: Places): KeptDrawings {
  if (held?.catalogue !== catalogue || held.places !== places) held = { catalogue, places, drawings: new Map() };
  return held.drawings;
}
