const failuresBeforeLock = 5;
const lockMinutes = 15;

/** Every fifth failure in a row closes the name for a quarter of an hour. */
export function lockAfter(failedCount: number, now: Date): Date | undefined {
  return failedCount % failuresBeforeLock === 0 ? new Date(now.getTime() + lockMinutes * 60_000) : undefined;
}

export function isLocked(lockedUntil: Date | null, now: Date): lockedUntil is Date {
  return lockedUntil !== null && lockedUntil > now;
}

/** `until` for programs, `minutes` for people. */
export function lockFacts(lockedUntil: Date, now: Date): { until: string; minutes: number } {
  return { until: lockedUntil.toISOString(), minutes: Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000) };
}
