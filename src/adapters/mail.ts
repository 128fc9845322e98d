import type { Transporter } from 'nodemailer';
import { putAway, readPutAway } from './outbox-folder.ts';

/** `id` is the message's own: sending it twice must not be two messages for a person. */
export type Message = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly language: string;
};
/** `refusal` is the mail system's code when it will never take this message, so that sending it again is of no use. */
export type Sent = { readonly refusal: string | undefined };
export type Mail = { readonly standIn: boolean; send(message: Message): Promise<Sent> };
/** A message as the stand-in has put it away. */
export type SentMail = Message & { readonly from: string; readonly at: Date };

export function openMail(config: { readonly smtpUrl?: string | undefined; readonly outboxFolder: string; readonly from: string }): Mail {
  return config.smtpUrl ? smtpMail(config.smtpUrl, config.from) : folderMail(config.outboxFolder, config.from);
}

/**
 * A server that is down or says "later" makes `send` reject, so that the job is tried again; one that says "never" to this recipient or this message
 * is answered. The message id stays the same, for mail systems that drop repetitions.
 */
function smtpMail(smtpUrl: string, from: string): Mail {
  let transport: Promise<Transporter> | undefined;
  const domain = from.replace(/^.*@|>.*$/g, '') || 'localhost';
  return {
    standIn: false,
    send: async ({ id, to, subject, text, html, language }) => {
      transport ??= openTransport(smtpUrl);
      const sending = (await transport).sendMail({
        messageId: `<${encodeURIComponent(id)}@${domain}>`,
        from,
        to: { name: '', address: to },
        subject,
        text,
        ...(html ? { html } : {}),
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      });
      return sending.then(() => taken, refusalOf);
    },
  };
}

/** Loaded with the first mail: most processes never send one. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const times = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  return createTransport({ url, ...times, disableFileAccess: true, disableUrlAccess: true });
}

const taken: Sent = { refusal: undefined };

/** What only the server's operator can mend (a wrong password, a closed port) is no refusal of the message. */
function refusalOf(error: Error & { code?: string; responseCode?: number }): Sent {
  const isOfMessage = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  if (!isOfMessage || (error.responseCode ?? 0) < 500) throw error;
  return { refusal: String(error.responseCode) };
}

/** The stand-in: files in a folder. */
function folderMail(folder: string, from: string): Mail {
  return {
    standIn: true,
    send: async (message) => {
      await putAway(folder, { from, ...message }, asText(from, message));
      return taken;
    },
  };
}

function asText(from: string, { to, subject, language, text }: Message): string {
  return `From: ${from}\nTo: ${to}\nSubject: ${subject}\nContent-Language: ${language}\n\n${text}\n`;
}

/** What the stand-in has written, newest first. */
export function readOutbox(folder: string, limit: number): Promise<SentMail[]> {
  return readPutAway(folder, limit);
}
