import type { Day } from '#kernel/workdays.ts';
import { dayOf } from '#kernel/workdays.ts';

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to: our own `/sign-in/oidc/callback` as the world sees it. */
  readonly redirectUri: string;
};

export type IdentitySettings = {
  /** Demo accounts can sign in, and the persona page exists. */
  readonly demo: boolean;
  readonly provider: ProviderSettings | undefined;
  /** Keeps the hashes of identity numbers from being guessed number by number; must stay the same for the life of the data. */
  readonly numberKey: string;
  /** Seals the keys of authenticator apps, so that whoever reads the database alone cannot make codes. */
  readonly factorKey: string;
  /** The zone of the clock on the centre's own wall: days of mandates begin and end in it, and what concerns no place is told in it. */
  readonly zone: string;
  /** How authenticator apps name the account. */
  readonly serviceName: string;
};

let current: IdentitySettings = {
  demo: false,
  provider: undefined,
  numberKey: '',
  factorKey: '',
  zone: 'Asia/Shanghai',
  serviceName: 'Tongban',
};

/** Called once at start-up. Until then nothing of the demo exists. */
export function configureIdentity(settings: Partial<IdentitySettings>): void {
  current = { ...current, ...settings };
}

export function settings(): IdentitySettings {
  return current;
}

export function centreZone(): string {
  return current.zone;
}

export function today(now: Date): Day {
  return dayOf(now, current.zone);
}
