import type { Act } from '#kernel/endpoint.ts';
import { newId, newToken } from '#kernel/ids.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type { TextDue } from './facts.ts';
import { linkIn } from './link.ts';
import { wordsIn } from './locales/index.ts';
import { insertShortLink, insertText } from './queries/texts.ts';
import { holdUntil } from './rules/quiet-hours.ts';
import { settings } from './settings.ts';

/** One sentence for a number, and where the rest stands. `source` names it for good: no number is told the same thing twice. */
export type Texting = {
  readonly source: string;
  readonly phone: string;
  readonly language: Language;
  readonly sentence: string;
  readonly link: string;
  readonly zone: string;
  /** On this day it is told by night too. */
  readonly actBy?: Day | undefined;
};

/** Who speaks, the sentence, and a short way to the rest: 70 characters are what one message holds. */
export async function textTo(act: Act, { source, phone, language, sentence, link, zone, actBy }: Texting): Promise<void> {
  const code = newToken().slice(0, 10);
  const agency = textIn((await getDirectory(act.tx)).agencyName, language);
  const body = wordsIn(language).shortText(agency, sentence, `${settings().publicUrl}/t/${code}`);
  const held = holdUntil(act.now, settings().quiet, { zone, actBy });
  const textId = newId();
  if (!(await insertText(act.tx, { textId, source, phone, language, body, at: act.now, holdUntil: held }))) return;
  await insertShortLink(act.tx, { code, link: linkIn(link, language), at: act.now });
  if (!held) act.publish('text_due', { textId } satisfies TextDue);
}
