import type { Checkup } from '#kernel/module.ts';

/** What the doctor asks of the door, then of the queue. */
export const checkups: readonly Checkup[] = [];
