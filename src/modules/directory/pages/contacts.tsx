import { type Language, textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { Empty, Icon, Rows, SearchForm } from '#ui/index.ts';
import { findOfficers } from '../actions/lists.ts';
import { type Directory, getDirectory } from '../directory.ts';
import { type DirectoryWords, wordsIn } from '../locales/index.ts';
import type { Officer, Unit } from '../queries.ts';

/** Who is responsible, with the phone on which they answer: by agency, the sections inside. */
export const contactsPage = page({
  path: '/contacts',
  shell: 'portal',
  may: 'anyone',
  load: async ({ tx }, { query }) => {
    const directory = await getDirectory(tx);
    const q = (query['q'] ?? '').trim().slice(0, 100);
    const officers = findOfficers(directory, { q, unit: query['unit'] });
    const agencies = Map.groupBy(officers, (officer) => officer.unitCode.split('/')[0] as string);
    return { q, directory, agencies: [...agencies] };
  },
  title: (_, { language }) => wordsIn(language).contacts.title,
  view: ({ data: { q, directory, agencies }, act }) => {
    const words = wordsIn(act.language).contacts;
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <SearchForm action="" value={q} label={words.find} />
        {agencies.length === 0 && <Empty text={words.none} icon="phone" />}
        {agencies.map(([code, officers]) => (
          <Agency
            key={code}
            unit={directory.unitByCode.get(code)}
            officers={officers}
            directory={directory}
            words={words}
            language={act.language}
          />
        ))}
      </div>
    );
  },
});

type AgencyProps = {
  unit: Unit | undefined;
  officers: readonly Officer[];
  directory: Directory;
  words: DirectoryWords['contacts'];
  language: Language;
};

function Agency({ unit, officers, directory, words, language }: AgencyProps) {
  const noteOf = ({ personId, title, unitCode, windowNo }: Officer) =>
    [
      textIn(title, language),
      unitCode === unit?.code ? '' : textIn(directory.unitByCode.get(unitCode)?.name, language),
      windowNo === null ? '' : words.window(windowNo),
      directory.unitByCode.get(unitCode)?.headId === personId ? words.head : '',
    ].filter(Boolean);
  return (
    <section class="section">
      <h2>{textIn(unit?.name, language)}</h2>
      {unit && (
        <p>
          <Phone phone={unit.phone} label={words.call(textIn(unit.name, language))} />
        </p>
      )}
      <Rows
        rows={officers.map((officer) => {
          const name = textIn(officer.name, language);
          return {
            title: name,
            note: [...new Set(noteOf(officer))].join(' · '),
            end: <Phone phone={officer.phone} label={words.call(name)} />,
          };
        })}
      />
    </section>
  );
}

export function Phone({ phone, label }: { phone: string; label: string }) {
  return (
    <a class="nowrap" href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={`${label} ${phone}`}>
      <Icon name="phone" /> {phone}
    </a>
  );
}
