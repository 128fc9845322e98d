const freeTries = 4;
const longestMinutes = 60;
/** Wrong passwords from everywhere together, after which only addresses that the name has signed in from are still heard. */
const freeTriesEverywhere = 50;
const minute = 60_000;

/** From the fifth failure in a row on, one address waits before it may try this name again: one minute, two, four … an hour. */
export function lockAfter(failedCount: number, now: Date): Date | null {
  const beyond = failedCount - freeTries;
  if (beyond <= 0) return null;
  return new Date(now.getTime() + Math.min(2 ** (beyond - 1), longestMinutes) * minute);
}

/** Guesses from many addresses close the name for a quarter of an hour each, but only to addresses that are new to it. */
export function lockEverywhereAfter(failedCount: number, now: Date): Date | null {
  return failedCount > freeTriesEverywhere ? new Date(now.getTime() + 15 * minute) : null;
}

export function isLocked(lockedUntil: Date | null, now: Date): lockedUntil is Date {
  return lockedUntil !== null && lockedUntil > now;
}

/** `until` for programs, `minutes` for people. */
export function lockFacts(lockedUntil: Date, now: Date): { until: string; minutes: number } {
  return { until: lockedUntil.toISOString(), minutes: Math.ceil((lockedUntil.getTime() - now.getTime()) / minute) };
}

/** Who is handed a network of addresses (IPv6) is one caller. */
export function callerOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
