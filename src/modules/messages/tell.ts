import type { Act } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';
import { type Person, personsById } from '#modules/identity/index.ts';
import type { MailDue } from './facts.ts';
import { type NoticeKind, wordsIn } from './locales/index.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { insertMail } from './queries/deliveries.ts';
import { insertNotice } from './queries/notices.ts';
import { holdUntil } from './rules/quiet-hours.ts';
import { settings } from './settings.ts';

/** What somebody reads in the inbox and by mail. */
export type Said = { readonly title: string; readonly body: string };

/** One thing to tell. `source` names it for good: nobody is told the same thing twice. Portal links carry no language; they lead on by the reader's. */
export type Told = {
  readonly source: string;
  readonly kind: string;
  readonly caseNo: string | null;
  readonly link: string;
  readonly zone: string;
  /** When it happened. */
  readonly at: Date;
  /** The day on which the reader has to act; on that day itself it is told by night too. */
  readonly actBy?: Day | undefined;
  readonly said: (language: Language) => Said;
  /** Whom to call about it. */
  readonly contact?: (language: Language) => string;
};

/** The same, said in the words that `kind` names. */
export type Telling = Omit<Told, 'kind' | 'said'> & { readonly kind: NoticeKind; readonly facts: (language: Language) => NoticeFacts };

type Readers = readonly (string | null | undefined)[];

/** Puts a notice into each person's inbox, in their language, and a mail beside it where they have an address. */
export function tell(act: Act, personIds: Readers, { facts, ...telling }: Telling): Promise<void> {
  const said = (language: Language) => {
    const { title, body } = wordsIn(language).notices[telling.kind];
    return { title, body: body(facts(language)) };
  };
  return tellSaid(act, personIds, { ...telling, said });
}

export async function tellSaid(act: Act, personIds: Readers, told: Told): Promise<void> {
  const known = await personsById(
    act.tx,
    personIds.filter((id) => typeof id === 'string'),
  );
  for (const person of known.values()) await tellOne(act, person, told);
}

async function tellOne(act: Act, person: Person, { source, kind, caseNo, link, at, zone, actBy, said, contact }: Told): Promise<void> {
  const { language, personId } = person;
  const { title, body } = said(language);
  const lines = [body, contact?.(language)].filter(Boolean);
  const noticeId = newId();
  const notice = { noticeId, personId, source, kind, caseNo, language, title, body: lines.join('\n'), link, at };
  if (!(await insertNotice(act.tx, notice)) || !person.email) return;
  const held = holdUntil(act.now, settings().quiet, { zone, actBy });
  await insertMail(act.tx, noticeId, held);
  if (!held) act.publish('mail_due', { noticeId } satisfies MailDue);
}
