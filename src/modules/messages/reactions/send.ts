import type { Message } from '#adapters/mail.ts';
import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import type { Reaction, Routine } from '#kernel/module.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { findPerson, type Person } from '#modules/identity/index.ts';
import type { MailDue, TextDue } from '../facts.ts';
import { linkIn } from '../link.ts';
import { wordsIn } from '../locales/index.ts';
import { beginAttempt, type Outgoing, releaseHeld, setFailed, setSent, type Way } from '../queries/deliveries.ts';
import { settings } from '../settings.ts';

/** The job queue waits longer after each attempt; this many take about a day. */
const mostAttempts = 13;
const batchSize = 200;

/** What is to go out and to whom, one more attempt counted; undefined when there is nothing left to do. */
async function nextAttempt(act: Act, noticeId: string, way: Way): Promise<{ notice: Outgoing; person: Person } | undefined> {
  const notice = await beginAttempt(act.tx, { noticeId, way });
  if (!notice) return undefined;
  const person = await findPerson(act.tx, notice.personId);
  const isReachable = way === 'mail' ? person?.email : person?.phone;
  const problem = notice.attempts > mostAttempts ? 'gave_up' : isReachable ? undefined : 'no_address';
  if (problem) await setFailed(act.tx, { noticeId, way }, problem);
  return problem || !person ? undefined : { notice, person };
}

/** The mail of a notice as it is to go out. */
export async function nextMail(act: Act, noticeId: string): Promise<Message | undefined> {
  const next = await nextAttempt(act, noticeId, 'mail');
  if (!next) return undefined;
  const { language, title, caseNo, body, link } = next.notice;
  const { mail } = wordsIn(language);
  const agency = textIn((await getDirectory(act.tx)).agencyName, language);
  const text = [body, `${mail.open}${settings().publicUrl}${linkIn(link, language)}`, mail.foot(agency)].join('\n\n');
  return { id: noticeId, to: next.person.email ?? '', subject: mail.subject(agency, title, caseNo ?? ''), text, language };
}

/** Sending stands between two transactions. What rejects is tried again by the job queue, what is refused for good is not. */
export const sendMail: Reaction = {
  on: 'messages.mail_due',
  name: 'send-mail',
  run: async (job, { payload }) => {
    const { noticeId } = payload as MailDue;
    const message = await job.transaction((act) => nextMail(act, noticeId));
    if (!message) return;
    const { refusal } = await settings().mail.send(message);
    const sent = { noticeId, way: 'mail' } as const;
    await job.transaction(({ tx, now }) => (refusal ? setFailed(tx, sent, refusal) : setSent(tx, sent, now)));
  },
};

export const sendText: Reaction = {
  on: 'messages.text_due',
  name: 'send-text',
  run: async (job, { payload }) => {
    const { noticeId } = payload as TextDue;
    const next = await job.transaction((act) => nextAttempt(act, noticeId, 'text'));
    if (!next) return;
    const { notice, person } = next;
    const message = { id: noticeId, to: person.phone, text: notice.text ?? notice.title, language: notice.language };
    const { refusal } = await settings().sms.send(message);
    const sent = { noticeId, way: 'text' } as const;
    await job.transaction(({ tx, now }) => (refusal ? setFailed(tx, sent, refusal) : setSent(tx, sent, now)));
  },
};

/** When the quiet hours are over, what was held back goes to the job queue. */
export const endQuiet: Routine = {
  name: 'end-quiet-hours',
  everySeconds: 60,
  run: (job) =>
    job.transaction(async (act) => {
      for (const { noticeId, way } of await releaseHeld(act.tx, act.now, batchSize)) act.publish(`${way}_due`, { noticeId });
    }),
};
