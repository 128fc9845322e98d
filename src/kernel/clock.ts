/** The only place that reads the machine's clock. A demo or a rehearsal may run on a shifted clock: it starts at a given instant and runs on. */
export type Clock = () => Date;

export function systemClock(): Date {
  return new Date();
}

/** A clock that shows `startAt` now and runs on from there. */
export function shiftedClock(startAt: Date): Clock {
  const shift = startAt.getTime() - Date.now();
  return () => new Date(Date.now() + shift);
}

/** Milliseconds on a clock that never jumps, for measuring durations. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
