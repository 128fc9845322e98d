import { type Language, textIn } from '#kernel/locale.ts';
import { DocCard, type IconName, LinkButton } from '#ui/index.ts';
import type { ChannelName, Item } from '../../../item.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { type PortalWords, portalWords } from '../../../locales/portal/index.ts';
import { itemHref, ItemName } from '../row.tsx';
import { limitText, moneyText, promiseOf } from './limits.ts';
import type { Guide } from './load.ts';
import { Notes } from './notes.tsx';
import { isOurs, PaperFiles } from './papers.tsx';
import { isOpen, wayHref } from './ways.tsx';

type Props = { guide: Guide; language: Language };

const mostActs = 3;
const acts: readonly { way: ChannelName; word: keyof PortalWords['care']; icon: IconName }[] = [
  { way: 'mobile', word: 'online', icon: 'mobile' },
  { way: 'proxy', word: 'proxy', icon: 'people' },
  { way: 'home-visit', word: 'home', icon: 'home' },
  { way: 'post', word: 'post', icon: 'post' },
  { way: 'walk-in', word: 'walkIn', icon: 'door' },
  { way: 'appointment', word: 'appointment', icon: 'calendar' },
];

/** The guide with as little as possible on it: what it is, what it costs, three ways, what to bring. */
export function CareGuide({ guide, language }: Props) {
  const { item } = guide;
  return (
    <div class="stack-5">
      <div>
        <h1>
          <ItemName item={item} language={language} />
        </h1>
        <Notes guide={guide} language={language} />
        <p>{textIn(item.guide?.lead, language)}</p>
        <p>
          <b>{inOneSentence(item, language)}</b>
        </p>
      </div>
      <ThreeActs guide={guide} language={language} />
      <WhatToBring item={item} language={language} />
      <p>
        <a href={`${itemHref(item.code, language)}?full=1`}>{portalWords(language).care.whole}</a>
      </p>
    </div>
  );
}

/** `不用来，不花钱，5个工作日。` */
function inOneSentence(item: Item, language: Language): string {
  const { care } = portalWords(language);
  const { visits, fee } = item;
  const promised = promiseOf(item);
  return (
    [
      visits.count === 0 ? care.noVisit : care.visits(visits.count),
      fee.amount === 0 ? care.free : care.fee(moneyText(item, language)),
      promised && (promised.days === 0 ? guideWords(language).spot : limitText(promised, language)),
    ]
      .filter(Boolean)
      .join(care.join) + care.end
  );
}

function ThreeActs({ guide, language }: Props) {
  const { care } = portalWords(language);
  const open = acts.filter(({ way }) =>
    guide.ways.some((one) => (one.name === way || (way === 'mobile' && one.name === 'online')) && isOpen(one)),
  );
  return (
    <div class="stack">
      {open.slice(0, mostActs).map(({ way, word, icon }, index) => (
        <LinkButton key={way} href={wayHref(way, guide, language)} look={index === 0 ? 'primary' : 'second'} icon={icon} wide>
          {care[word] as string}
        </LinkButton>
      ))}
    </div>
  );
}

function WhatToBring({ item, language }: { item: Item; language: Language }) {
  const { care, and } = portalWords(language);
  const needed = item.documents.filter((slot) => !isOurs(slot) && !slot.owed);
  const names = (slots: Item['documents']) => slots.map(({ name }) => textIn(name, language)).join(and);
  const later = item.documents.filter((slot) => slot.owed);
  const ours = item.documents.filter(isOurs);
  return (
    <section>
      <h2 class="mb-3">{needed.length > 0 ? care.papers(needed.length) : care.noPapers}</h2>
      {needed.map((slot) => (
        <DocCard
          key={slot.key}
          title={textIn(slot.name, language)}
          state={{ kind: 'needed' }}
          meta={textIn(slot.note, language)}
          actions={<PaperFiles slot={slot} code={item.code} language={language} />}
        />
      ))}
      {later.length > 0 && <p class="mt-4">{care.later(names(later))}</p>}
      {ours.length > 0 && <p class="mt-2">{care.have(names(ours))}</p>}
    </section>
  );
}
