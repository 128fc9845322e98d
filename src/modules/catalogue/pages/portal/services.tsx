import { type Language, textIn } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { type FilterField, Filters, formatNumber, Pagination, Rows, SearchForm, uiWords } from '#ui/index.ts';
import { channelNames, itemKinds } from '../../item.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { directoryNames } from '../../rules/listing.ts';
import { themeName, themes } from '../../vocabulary.ts';
import { addressOf, filterNames, type FilterName, findItems, type Found, type Wanted } from './find.ts';
import { NothingFound } from './nothing-found.tsx';
import { itemRow } from './row.tsx';
import { suggestIn } from './search-box.ts';

export const servicesPage = page({
  path: '/services',
  shell: 'portal',
  may: 'anyone',
  islands: ['search-suggest'],
  load: (act, { query }) => findItems(act, query),
  title: ({ wanted }, { language }) => {
    const { find } = portalWords(language);
    return wanted.q ? find.titleFor(wanted.q) : find.title;
  },
  view: ({ data, act }) => {
    const { find } = portalWords(act.language);
    const { wanted, items, channels, total } = data;
    const { search, searchExample } = uiWords(act.language).shell;
    return (
      <div class="stack">
        <h1>{wanted.q ? find.titleFor(wanted.q) : find.title}</h1>
        <SearchForm
          action={`/${act.language}/services`}
          value={wanted.q}
          label={search}
          example={searchExample}
          suggest={suggestIn(act.language)}
        />
        {(total > 0 || Object.keys(wanted).length > 1) && <Narrowing data={data} language={act.language} />}
        {total > 0 ? (
          <>
            <Rows rows={items.map((item) => itemRow(item, channels, act.language))} />
            <Paging data={data} />
          </>
        ) : (
          <NothingFound found={data} act={act} />
        )}
      </div>
    );
  },
});

function Narrowing({ data, language }: { data: Found; language: Language }) {
  const words = portalWords(language);
  const { wanted, total } = data;
  const shown: readonly FilterName[] = ['for', 'theme', 'channel', 'directory', 'kind'];
  return (
    <Filters
      action={`/${language}/services`}
      keep={Object.fromEntries(['q', 'dept', 'place'].flatMap((name) => (wanted[name as 'q'] ? [[name, wanted[name as 'q']]] : [])))}
      fields={shown.map((name) => fieldOf(name, wanted, language))}
      set={filterNames.flatMap((name) => {
        const value = wanted[name];
        return value ? [{ label: nameOf([name, value], data, language), without: addressOf(wanted, { [name]: undefined }) }] : [];
      })}
      clear={wanted.q ? `?${new URLSearchParams({ q: wanted.q })}` : '?'}
      result={words.find.found(formatNumber(total, language))}
    />
  );
}

function fieldOf(name: FilterName, wanted: Wanted, language: Language): FilterField {
  const words = portalWords(language);
  return { name, label: words.find.fields[name], options: optionsOf(name, wanted.for, language), value: wanted[name] };
}

function optionsOf(name: FilterName, audience: Wanted['for'], language: Language) {
  const words = portalWords(language);
  const { person, organisation } = themes();
  switch (name) {
    case 'for':
      return (['person', 'org'] as const).map((value) => ({ value, label: words.find.for[value] }));
    case 'theme': {
      const shown = audience === 'person' ? person : audience === 'org' ? organisation : [...person, ...organisation];
      return shown.map(({ theme, name: text }) => ({ value: theme, label: textIn(text, language) }));
    }
    case 'channel':
      return channelNames.map((value) => ({ value, label: words.channels[value] }));
    case 'directory':
      return directoryNames.map((value) => ({ value, label: words.directories[value].name }));
    default:
      return itemKinds.map((value) => ({ value, label: words.kinds[value] }));
  }
}

function nameOf([name, value]: readonly [FilterName, string], { places, catalogue }: Found, language: Language): string {
  if (name === 'theme') return themeName(value, language);
  if (name === 'place') return textIn(places.regionByCode.get(value)?.name, language) || value;
  if (name === 'dept') {
    const listed = catalogue.items.find(({ unitCode }) => unitCode === value);
    return textIn(places.unitByCode.get(value)?.name ?? listed?.unitName ?? {}, language) || value;
  }
  const options = optionsOf(name, undefined, language);
  return options.find((option) => option.value === value)?.label ?? value;
}

function Paging({ data: { wanted, offset, items, total } }: { data: Found }) {
  const to = offset + items.length;
  const at = (cursor: number) => addressOf(wanted, { cursor: cursor > 0 ? String(cursor) : undefined });
  return (
    <Pagination
      previous={offset > 0 ? at(Math.max(0, offset - 20)) : undefined}
      next={to < total ? at(to) : undefined}
      range={{ from: offset + 1, to, of: total }}
    />
  );
}
