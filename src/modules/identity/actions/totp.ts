import { generateSecret, generateURI, verifySync } from 'otplib';
import { isSealed, seal, unseal } from '#kernel/seal.ts';
import type { Account } from '../queries/accounts.ts';
import { settings } from '../settings.ts';

export function newSecondFactorKey(): string {
  return generateSecret();
}

/** A key as it lies in the database. */
export function sealFactor(personId: string, key: string): string {
  return seal(settings().factorKey, personId, key);
}

/** The key an account's codes are made with; none when there is none, or when it was sealed with a key that is no longer there. One from before keys were sealed is as it is. */
export function factorKeyOf({ personId, totpSecret }: Pick<Account, 'personId' | 'totpSecret'>): string | undefined {
  if (totpSecret === null) return undefined;
  return isSealed(totpSecret) ? unseal(settings().factorKey, personId, totpSecret) : totpSecret;
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
