import { findThing } from './queries.ts';

export { isLarge } from './rules.ts';
export const alpha = { name: 'alpha', findThing };
