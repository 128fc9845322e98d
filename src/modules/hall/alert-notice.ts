import type { Tx } from '#kernel/db.ts';
import type { Language } from '#kernel/locale.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { formatInstant } from '#ui/format.ts';
import { doorWords } from './locales/door/index.ts';
import { findAlert } from './queries/alerts.ts';

/** What those who have to act read of an alert: its number and its clock, and nobody's name. Undefined when it is over already. */
export async function alertNotice(tx: Tx, alertNo: string) {
  const alert = await findAlert(tx, alertNo);
  if (!alert || alert.state === 'closed') return undefined;
  const zone = (await getDirectory(tx)).zoneOf(alert.venueCode);
  const said = (language: Language) => {
    const { title, body } = doorWords(language).notice;
    return { title, body: body(alertNo, formatInstant(alert.dueBy, language, { zone, look: 'short' })) };
  };
  return { zone, said, link: `/desk/alerts/${alertNo}`, unitCode: alert.unitCode };
}
