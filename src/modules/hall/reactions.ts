import type { Reaction, Routine } from '#kernel/module.ts';
import { queueRoutines } from './queue-routines.ts';
import { doorRoutines } from './reactions-door.ts';

export const reactions: readonly Reaction[] = [];
export const routines: readonly Routine[] = [...doorRoutines, ...queueRoutines];
