import { type Language, textIn } from '#kernel/locale.ts';
import { type Fact, Facts, formatNumber, LinkButton } from '#ui/index.ts';
import type { Item, ItemLimit } from '../../../item.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { portalWords } from '../../../locales/portal/index.ts';
import { presenceReasons } from '../../../rules/directories.ts';
import { currencyOf, limitText, promiseOf } from './limits.ts';
import type { Guide } from './load.ts';
import { takesAll } from './ways.tsx';

/** The four numbers a reader decides by. */
export function GuideFacts({ guide: { item }, language }: { guide: Guide; language: Language }) {
  const words = guideWords(language);
  const { limits, visits, fee } = item;
  const promised = promiseOf(item);
  const extension = limits.extension && words.extension(limitText({ days: limits.extension.days, unit: limits.promised.unit }, language));
  return (
    <Facts
      facts={[
        promised
          ? limitFact(words.facts.promised, promised, { note: promised.days > 0 ? words.counted : words.spotNote, language })
          : { label: words.facts.promised, value: '—', note: words.noPromise },
        limits.statutory
          ? limitFact(words.facts.statutory, limits.statutory, { note: extension ?? words.counted, language })
          : { label: words.facts.statutory, value: '—', note: words.noStatutory },
        {
          label: words.facts.visits,
          value: visits.count,
          unit: words.times,
          note: textIn(visits.why, language) || whyCome(item, language),
        },
        {
          label: words.facts.fee,
          value: formatNumber(fee.amount, language, 2),
          unit: words.money[currencyOf(item)],
          note: textIn(fee.note, language) || (fee.amount === 0 && words.free),
        },
      ]}
    />
  );
}

/** What in the item makes one come; or that nothing does. */
function whyCome(item: Item, language: Language): string {
  const { presence, and } = portalWords(language);
  const reasons = presenceReasons(item).map((reason) => presence[reason]);
  return reasons.join(and) || (item.visits.count === 0 ? guideWords(language).noVisit : '');
}

function limitFact(label: string, { days, unit }: ItemLimit, { note, language }: { note: string; language: Language }): Fact {
  const words = guideWords(language);
  return days === 0 ? { label, value: words.spot, note } : { label, value: days, unit: unit === 'day' ? words.days : words.workdays, note };
}

/** The one primary act of the page: the form where it is open, else the way to what is. */
export function StartButton({ guide, language }: { guide: Guide; language: Language }) {
  const words = guideWords(language);
  const isOnline = guide.ways.some((way) => (way.name === 'online' || way.name === 'mobile') && takesAll(way));
  return isOnline ? (
    <>
      <LinkButton href={`/${language}/apply/${guide.item.code}`} wide>
        {words.start}
      </LinkButton>
      <p class="small muted mt-2">{words.startNote}</p>
    </>
  ) : (
    <LinkButton href={`/${language}/how-now/${guide.item.code}`} wide>
      {words.startClosed}
    </LinkButton>
  );
}
