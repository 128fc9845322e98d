import { findAlpha } from './queries.ts';

export const helper = () => findAlpha();
