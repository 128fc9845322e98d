export { getOverview } from './actions/overview.ts';
export { listRefused, listWatched } from './actions/lists.ts';
export { getRatings } from './actions/ratings.ts';
