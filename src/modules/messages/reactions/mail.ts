import type { Message } from '#adapters/mail.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import type { Reaction, Routine } from '#kernel/module.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { findPerson } from '#modules/identity/index.ts';
import type { MailDue, TextDue } from '../facts.ts';
import { linkIn } from '../link.ts';
import { wordsIn } from '../locales/index.ts';
import { beginAttempt, releaseHeld, setFailed, setSent } from '../queries/deliveries.ts';
import { releaseHeldTexts } from '../queries/texts.ts';
import { settings } from '../settings.ts';

/** The job queue waits longer after each attempt; this many take about a day. */
export const mostAttempts = 13;
const batchSize = 200;

/** The mail of a notice as it is to go out, one more attempt counted; undefined when there is nothing left to do. */
export async function nextAttempt(act: Act, noticeId: string): Promise<Message | undefined> {
  const notice = await beginAttempt(act.tx, noticeId);
  if (!notice) return undefined;
  const person = await findPerson(act.tx, notice.personId);
  const problem = notice.attempts > mostAttempts ? 'gave_up' : person?.email ? undefined : 'no_address';
  if (problem) await setFailed(act.tx, noticeId, problem);
  if (problem || !person?.email) return undefined;
  const { language, title, caseNo, body, link } = notice;
  const { mail } = wordsIn(language);
  const agency = textIn((await getDirectory(act.tx)).agencyName, language);
  const text = [body, `${mail.open}${settings().publicUrl}${linkIn(link, language)}`, mail.foot(agency)].join('\n\n');
  return { id: noticeId, to: person.email, subject: mail.subject(agency, title, caseNo ?? ''), text, language };
}

/** Sending stands between two transactions. What rejects is tried again by the job queue, what is refused for good is not. */
export const sendMail: Reaction = {
  on: 'messages.mail_due',
  name: 'send-mail',
  run: async (job, { payload }) => {
    const { noticeId } = payload as MailDue;
    const message = await job.transaction((act) => nextAttempt(act, noticeId));
    if (!message) return;
    const { refusal } = await settings().mail.send(message);
    await job.transaction(({ tx, now }) => (refusal ? setFailed(tx, noticeId, refusal) : setSent(tx, noticeId, now)));
  },
};

/** When the quiet hours are over, what was held back goes to the job queue. */
export const endQuiet: Routine = {
  name: 'end-quiet-hours',
  everySeconds: 60,
  run: (job) =>
    job.transaction(async (act) => {
      for (const noticeId of await releaseHeld(act.tx, act.now, batchSize)) act.publish('mail_due', { noticeId } satisfies MailDue);
      for (const textId of await releaseHeldTexts(act.tx, act.now, batchSize)) act.publish('text_due', { textId } satisfies TextDue);
    }),
};
