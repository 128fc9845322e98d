/** How long a session lasts without a sign of life: a working day for staff, half an hour for citizens, an hour in care mode. */
export function idleMinutes({ isStaff, care }: { isStaff: boolean; care: boolean }): number {
  if (isStaff) return 8 * 60;
  return care ? 60 : 30;
}

export function expiryOf(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

/** A sign of life is written down at most once a minute. */
export function isWorthNoting(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= 60_000;
}
