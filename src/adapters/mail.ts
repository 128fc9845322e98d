import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** `id` is the message's own: sending it twice must not be two messages for a person. */
export type Message = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly language: string;
};
export type Mail = { readonly standIn: boolean; send(message: Message): Promise<void> };

export function openMail(config: { readonly smtpUrl?: string | undefined; readonly outboxFolder: string; readonly from: string }): Mail {
  return config.smtpUrl ? smtpMail(config.smtpUrl, config.from) : folderMail(config.outboxFolder, config.from);
}

/** A server that is down or refuses makes `send` reject, so that the job is tried again. The message id stays the same, for mail systems that drop repetitions. */
function smtpMail(smtpUrl: string, from: string): Mail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/^.*@|>.*$/g, '') || 'localhost';
  return {
    standIn: false,
    send: async ({ id, to, subject, text, html, language }) => {
      await transport.sendMail({
        messageId: `<${encodeURIComponent(id)}@${domain}>`,
        from,
        to: { name: '', address: to },
        subject,
        text,
        ...(html ? { html } : {}),
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
}

/** The stand-in: a readable text file for people and a JSON file for tests, written once per id. */
function folderMail(folder: string, from: string): Mail {
  return {
    standIn: true,
    send: async (message) => {
      const path = join(folder, encodeURIComponent(message.id));
      if (await exists(`${path}.txt`)) return;
      await mkdir(folder, { recursive: true });
      await writeFile(`${path}.json`, `${JSON.stringify({ from, ...message }, null, 2)}\n`);
      await writeFile(`${path}.part`, asText(from, message));
      await rename(`${path}.part`, `${path}.txt`);
    },
  };
}

function asText(from: string, { to, subject, language, text }: Message): string {
  return `From: ${from}\nTo: ${to}\nSubject: ${subject}\nContent-Language: ${language}\n\n${text}\n`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
