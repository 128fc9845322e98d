import { alpha } from '#modules/alpha/index.ts';
import { beta } from '#modules/beta/index.ts';

export const modules = [alpha, beta];
