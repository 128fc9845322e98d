import type { TextMessage } from '#adapters/sms.ts';
import type { Act } from '#kernel/endpoint.ts';
import type { Reaction } from '#kernel/module.ts';
import type { TextDue } from '../facts.ts';
import { beginTextAttempt, setTextFailed, setTextSent } from '../queries/texts.ts';
import { settings } from '../settings.ts';
import { mostAttempts } from './mail.ts';

async function nextAttempt({ tx }: Act, textId: string): Promise<TextMessage | undefined> {
  const text = await beginTextAttempt(tx, textId);
  if (text && text.attempts > mostAttempts) await setTextFailed(tx, textId, 'gave_up');
  return text && text.attempts <= mostAttempts ? { id: textId, to: text.phone, text: text.body, language: text.language } : undefined;
}

/** Sending stands between two transactions, as with mail. */
export const sendText: Reaction = {
  on: 'messages.text_due',
  name: 'send-text',
  run: async (job, { payload }) => {
    const { textId } = payload as TextDue;
    const message = await job.transaction((act) => nextAttempt(act, textId));
    if (!message) return;
    const { refusal } = await settings().sms.send(message);
    await job.transaction(({ tx, now }) => (refusal ? setTextFailed(tx, textId, refusal) : setTextSent(tx, textId, now)));
  },
};
