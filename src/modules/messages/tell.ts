import type { Act } from '#kernel/endpoint.ts';
import { newId, newToken } from '#kernel/ids.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type Person, personsById } from '#modules/identity/index.ts';
import type { MailDue, TextDue } from './facts.ts';
import { linkIn } from './link.ts';
import { type NoticeKind, wordsIn } from './locales/index.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { insertDelivery, insertShortLink } from './queries/deliveries.ts';
import { insertNotice } from './queries/notices.ts';
import { holdUntil } from './rules/quiet-hours.ts';
import { settings } from './settings.ts';

/** What somebody reads: in the inbox and by mail, and in one short sentence as a text message where there is one. */
export type Said = { readonly title: string; readonly body: string; readonly text?: string };

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

/** Puts a notice into each person's inbox, in their language, a mail beside it where they have an address, and a text message where there is a short sentence. */
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
  const { title, body, text } = said(language);
  const lines = [body, contact?.(language)].filter(Boolean);
  const noticeId = newId();
  const notice = { noticeId, personId, source, kind, caseNo, language, title, body: lines.join('\n'), link, at };
  if (!(await insertNotice(act.tx, notice))) return;
  const held = holdUntil(act.now, settings().quiet, { zone, actBy });
  if (person.email) {
    await insertDelivery(act.tx, { noticeId, way: 'mail', holdUntil: held });
    if (!held) act.publish('mail_due', { noticeId } satisfies MailDue);
  }
  if (person.phone && text) {
    const short = await shortText(act, { text, link, language });
    await insertDelivery(act.tx, { noticeId, way: 'text', body: short, holdUntil: held });
    if (!held) act.publish('text_due', { noticeId } satisfies TextDue);
  }
}

/** Who speaks, the sentence, and a way to the rest: 70 characters is what one message holds. */
async function shortText(act: Act, { text, link, language }: { text: string; link: string; language: Language }): Promise<string> {
  const code = newToken().slice(0, 10);
  await insertShortLink(act.tx, { code, link: linkIn(link, language), at: act.now });
  const agency = textIn((await getDirectory(act.tx)).agencyName, language);
  return wordsIn(language).shortText(agency, text, `${settings().publicUrl}/t/${code}`);
}
