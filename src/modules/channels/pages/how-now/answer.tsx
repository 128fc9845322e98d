import { type Language, textIn } from '#kernel/locale.ts';
import { centreZone } from '#modules/identity/index.ts';
import { formatInstant, LinkButton, Notice, Rows, SearchForm, Section, Summary, uiWords } from '#ui/index.ts';
import { channelsWords } from '../../locales/index.ts';
import { triageWords } from '../../locales/triage/index.ts';
import { type ChannelName, channelNames } from '../../rules.ts';
import type { Triage } from '../triage-state.ts';
import { Contacts, hrefOf, telOf } from './contacts.tsx';

type Props = { triage: Triage; language: Language };

/** The best way first, with what to do and whom to call; then the others; then what is closed and why. */
export function Answer({ triage, language }: Props) {
  const { answers, item, path } = triage;
  const words = triageWords(language);
  return (
    <>
      {answers.urgent ? <Urgent triage={triage} language={language} /> : <Best triage={triage} language={language} />}
      <Others triage={triage} language={language} />
      <ClosedWays triage={triage} language={language} />
      {!answers.urgent && <Contacts triage={triage} language={language} />}
      <p class="plainlinks">
        {item && <a href={`/${language}/services/${item.code}`}>{words.guide}</a>}
        <a href={path}>{words.again}</a>
      </p>
    </>
  );
}

function Best({ triage, language }: Props) {
  const words = triageWords(language);
  const [best] = triage.ways;
  if (!best)
    return (
      <Notice tone="warn">
        <p>{words.none}</p>
        <p>
          <a href={telOf(triage.contact.phone)}>{triage.contact.phone}</a>
        </p>
      </Notice>
    );
  const { state, reason } = triage.status[best];
  const name = channelsWords(language).channels[best];
  if (state === 'closed')
    return (
      <Notice tone="warn" title={name}>
        <p>{reason}</p>
      </Notice>
    );
  return (
    <section aria-labelledby="best">
      <h2 id="best" class="mb-2">
        {triage.asked ? name : words.best(name)}
      </h2>
      <p class="mb-3">{words.how[best]}</p>
      {best === 'post' && <PostAddress triage={triage} language={language} />}
      {best !== 'post' && (
        <LinkButton href={hrefOf(best, triage, language)} wide>
          {words.go[best]}
        </LinkButton>
      )}
    </section>
  );
}

function PostAddress({ triage: { contact }, language }: Props) {
  return (
    <Summary
      rows={contact.venues.slice(0, 1).map((venue) => ({
        label: textIn(venue.name, language),
        value: textIn(venue.address, language),
        source: [textIn(contact.unit?.name, language), venue.phone].filter(Boolean).join(' · '),
      }))}
    />
  );
}

/** The situation is known; now a person with a name and a number, and a time agreed on before anybody sets out. */
function Urgent({ triage, language }: Props) {
  const words = triageWords(language);
  const { item, answers } = triage;
  const shell = uiWords(language).shell;
  return (
    <>
      <Notice tone="warn" {...(item ? { title: words.urgentTitle } : {})}>
        {answers.situation && <p>{words.yourCase(words.situations[answers.situation])}</p>}
        <p>{item ? words.urgentText : words.urgentWhich}</p>
      </Notice>
      {!item && <SearchForm action={`/${language}/services`} label={shell.searchItems} example={shell.searchExample} />}
      <Contacts triage={triage} language={language} />
      {item && (
        <p>
          <a href={`/${language}/services/${item.code}#papers`}>{words.bring}</a>
        </p>
      )}
    </>
  );
}

function Others({ triage, language }: Props) {
  const words = triageWords(language);
  const others = triage.answers.urgent ? triage.ways : triage.ways.slice(1);
  if (others.length === 0) return null;
  return (
    <Section title={triage.answers.urgent ? words.alsoNow : words.other}>
      <Rows
        rows={others.map((name) => ({
          title: channelsWords(language).channels[name],
          note: words.how[name],
          href: name === 'post' ? `${triage.path}?way=post` : hrefOf(name, triage, language),
        }))}
      />
    </Section>
  );
}

function ClosedWays({ triage: { status }, language }: Props) {
  const words = triageWords(language);
  const closed = channelNames.filter((name) => status[name].offered && status[name].state === 'closed');
  if (closed.length === 0) return null;
  const why = (name: ChannelName) => {
    const { reason, since } = status[name];
    return since
      ? words.closedSince(reason ?? '', formatInstant(new Date(since), language, { zone: centreZone(), look: 'short' }))
      : reason;
  };
  return (
    <Section title={words.closedNow}>
      <Rows rows={closed.map((name) => ({ title: channelsWords(language).channels[name], note: why(name) }))} />
    </Section>
  );
}
