import type { Checkup } from '#kernel/module.ts';
import { doorCheckups } from './checkups-door.ts';
import { queueCheckups } from './queue-routines.ts';

/** What the doctor asks of the door, then of the queue. */
export const checkups: readonly Checkup[] = [...doorCheckups, ...queueCheckups];
