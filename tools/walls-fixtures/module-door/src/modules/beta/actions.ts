import { findAlpha } from '#modules/alpha/queries.ts';

export const act = findAlpha;
