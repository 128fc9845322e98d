const perMinute = 60;
let minute = 0;
let asked = new Map<string, number>();

/** Whether one address has looked up more codes this minute than a person would. Counted in this process: there is nothing to hide behind a code but what its paper says. */
export function isOftenAsked(address: string, now: Date): boolean {
  const current = Math.floor(now.getTime() / 60_000);
  if (current !== minute) [minute, asked] = [current, new Map()];
  const count = (asked.get(address) ?? 0) + 1;
  asked.set(address, count);
  return count > perMinute;
}
