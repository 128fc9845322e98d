import type { Mail, SentMail } from '#adapters/mail.ts';
import type { KeptText, Sms } from '#adapters/sms.ts';
import { parseQuietHours, type QuietHours } from './rules/quiet-hours.ts';

export type MessageSettings = {
  readonly mail: Mail;
  /** What the stand-in for mail has written, newest first. */
  readonly outbox: (limit: number) => Promise<SentMail[]>;
  readonly sms: Sms;
  readonly texts: (limit: number) => Promise<KeptText[]>;
  readonly demo: boolean;
  /** Where the world reaches us: links in mails begin with it. */
  readonly publicUrl: string;
  readonly quiet: QuietHours;
};

let current: MessageSettings | undefined;

/** Called once at start-up, before jobs run. */
export function configureMessages({
  quietHours = '21:00-08:00',
  ...given
}: Omit<MessageSettings, 'quiet'> & { quietHours?: string }): void {
  current = { ...given, quiet: parseQuietHours(quietHours) };
}

export function settings(): MessageSettings {
  if (!current) throw new Error('configureMessages was not called: there is no way to send mail');
  return current;
}
