import { putAway, readPutAway } from './outbox-folder.ts';

/** `id` is the message's own: sending it twice must not be two messages for a person. */
export type TextMessage = { readonly id: string; readonly to: string; readonly text: string; readonly language: string };
/** `refusal` is the gateway's status when it will never take this message, so that sending it again is of no use. */
export type SentText = { readonly refusal: string | undefined };
export type Sms = { readonly standIn: boolean; send(message: TextMessage): Promise<SentText> };
/** A message as the stand-in has put it away. */
export type KeptText = TextMessage & { readonly at: Date };

export type SmsConfig = { readonly smsUrl?: string | undefined; readonly token?: string | undefined; readonly outboxFolder: string };

export function openSms({ smsUrl, token, outboxFolder }: SmsConfig): Sms {
  return smsUrl ? gatewaySms(smsUrl, token) : folderSms(outboxFolder);
}

const taken: SentText = { refusal: undefined };

/**
 * A gateway that takes `POST {id,to,text,language}` as JSON with a bearer token; a small bridge makes any provider one.
 * `Idempotency-Key` lets it drop repetitions. "Later" (no answer, 408, 429, 5xx) rejects, so that the job is tried again; any other "no" is for good.
 */
function gatewaySms(url: string, token: string | undefined): Sms {
  return {
    standIn: false,
    send: async (message) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': message.id,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(15_000),
      });
      await answer.body?.cancel();
      if (answer.ok) return taken;
      if (answer.status >= 500 || [401, 403, 408, 429].includes(answer.status))
        throw new Error(`the gateway for text messages answered ${answer.status}`);
      return { refusal: String(answer.status) };
    },
  };
}

/** The stand-in: files in a folder. */
function folderSms(folder: string): Sms {
  return {
    standIn: true,
    send: async (message) => {
      await putAway(folder, message, `To: ${message.to}\nContent-Language: ${message.language}\n\n${message.text}\n`);
      return taken;
    },
  };
}

/** What the stand-in has written, newest first. */
export function readTexts(folder: string, limit: number): Promise<KeptText[]> {
  return readPutAway(folder, limit);
}
