import { generateSecret, generateURI, verifySync } from 'otplib';
import { settings } from '../settings.ts';

export function newSecondFactorKey(): string {
  return generateSecret();
}

export function secondFactorUri(key: string, username: string): string {
  return generateURI({ issuer: settings().serviceName, label: username, secret: key });
}

/** The half minute a code belongs to, one before and one after allowed; undefined when it is wrong or was used before. */
export function stepOfCode(key: string, code: string, { now, usedStep }: { now: Date; usedStep: number | null }): number | undefined {
  const result = verifySync({
    secret: key,
    token: code.replace(/\s/g, ''),
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: 30,
    ...(usedStep === null ? {} : { afterTimeStep: usedStep }),
  });
  return result.valid ? (result as { timeStep: number }).timeStep : undefined;
}
