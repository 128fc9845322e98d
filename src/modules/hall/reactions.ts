import type { Reaction, Routine } from '#kernel/module.ts';

export const reactions: readonly Reaction[] = [];
export const routines: readonly Routine[] = [];
