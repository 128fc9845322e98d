import type { Act } from '#kernel/endpoint.ts';
import type { FormState } from '#kernel/page.ts';
import { textIn } from '#kernel/locale.ts';
import { dayOf } from '#kernel/workdays.ts';
import type { Directory } from '#modules/directory/index.ts';
import { formatInstant, Rows } from '#ui/index.ts';
import type { Alternative } from '../../contract/types.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { timesPath } from './address.ts';

type Props = { refusal: FormState['refusal']; item: string | undefined; directory: Directory; act: Act };

/** Whoever was too late is told at once what is still free nearby. */
export function Alternatives({ refusal, item, directory, act: { language } }: Props) {
  const found = (refusal?.facts['alternatives'] ?? []) as readonly Alternative[];
  if (found.length === 0) return null;
  const words = portalWords(language).times;
  return (
    <Rows
      rows={found.map(({ venue, at, free }) => {
        const zone = directory.zoneOf(venue);
        return {
          title: formatInstant(new Date(at), language, { zone, look: 'weekday' }),
          note: `${textIn(directory.venueByCode.get(venue)?.name, language)} · ${words.free(free)}`,
          href: `${timesPath(language, { venue, item }, { on: dayOf(new Date(at), zone), at })}#chosen`,
        };
      })}
    />
  );
}
