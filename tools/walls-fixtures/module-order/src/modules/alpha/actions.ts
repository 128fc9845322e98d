import { beta } from '#modules/beta/index.ts';

export const act = () => beta;
