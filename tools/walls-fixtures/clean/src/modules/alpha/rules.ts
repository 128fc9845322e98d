import type { Thing } from './contract.ts';

export const decide = (thing: Thing, now: Date) => thing.n > now.getTime();
export const isLarge = (thing: Thing) => thing.n > 9;
