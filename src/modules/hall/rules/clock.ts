import type { PolicyRules } from '../contract/policy.ts';

export type DeviceTime = { readonly deviceAt: Date; readonly offsetMs: number | undefined; readonly now: Date; readonly offline: boolean };

/**
 * When something at a door really happened: the device’s own time less what its clock is ahead by; never later than now. A live event of a clock that is off
 * by more than the policy allows is refused where nobody knows by how much, or where the policy says so; what comes from a time without a line is never lost.
 */
export function trueTime(
  policy: PolicyRules,
  { deviceAt, offsetMs, now, offline }: DeviceTime,
): { at: Date; skewMs: number } | 'clock_off' {
  const corrected = new Date(deviceAt.getTime() - (offsetMs ?? 0));
  const at = corrected > now ? now : corrected;
  const limitMs = policy.skewMinutes * 60_000;
  const skewMs = offsetMs ?? deviceAt.getTime() - now.getTime();
  if (offline) return { at, skewMs };
  const isOff = Math.abs(corrected.getTime() - now.getTime()) > limitMs;
  if (isOff || (policy.skewed === 'refuse' && Math.abs(skewMs) > limitMs)) return 'clock_off';
  return { at, skewMs };
}
