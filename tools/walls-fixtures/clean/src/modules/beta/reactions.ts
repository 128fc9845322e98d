import type { Thing } from '#modules/alpha/contract.ts';
import { happened } from '#modules/alpha/facts.ts';
import { alpha } from '#modules/alpha/index.ts';

export const reactions = (thing: Thing) => [happened, alpha, thing, new Date(0), 'Select a day from the calendar where you live'];
