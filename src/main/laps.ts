import { stopwatch } from '#kernel/clock.ts';

/** Each call says how long it took since the one before. */
export function laps(): () => string {
  let elapsed = stopwatch();
  return () => {
    const lap = `${(elapsed() / 1000).toFixed(1)} s`;
    elapsed = stopwatch();
    return lap;
  };
}
