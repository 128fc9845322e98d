import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { Filters, type Option } from '#ui/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { states } from '../../rules/states.ts';
import { type FilterKey, inboxPath, type ListAddress, listQuery, setFilters, without, withQuery } from './address.ts';
import type { Inbox } from './inbox-load.ts';

const openStates = ['submitted', 'correction', 'review', 'deciding', 'decided'] as const;

/** What the list is narrowed by, all of it in the address; each chip takes one away. */
export function InboxFilters({ data, act }: { data: Inbox; act: Act }) {
  const { list, rows, nextCursor, cursor } = data;
  const words = deskWords(act.language);
  const set = setFilters(list);
  const { view } = listQuery(list);
  return (
    <Filters
      action="/desk/inbox"
      keep={view ? { view } : {}}
      more={<input class="drop" name="q" value={list.q} placeholder={words.find} aria-label={words.find} />}
      fields={[
        { name: 'state', label: words.list.state, options: stateOptions(act), value: list.state },
        { name: 'item', label: words.list.item, options: itemOptions(data, act), value: list.item },
        { name: 'unit', label: words.list.unit, options: unitOptions(data, act), value: list.unit },
        {
          name: 'holder',
          label: words.list.holder,
          options: [
            { value: 'me', label: words.list.me },
            { value: 'none', label: words.list.none },
          ],
          value: list.holder,
        },
      ]}
      set={set.map((key) => ({ label: filterWords(key, list, { data, act }), without: inboxPath(without(list, key)) }))}
      clear={inboxPath({ view: list.view })}
      result={
        <>
          {cursor || nextCursor ? words.list.order : resultWords(rows.length, words)} · <Exports list={list} label={words.list.export} />
        </>
      }
    />
  );
}

/** The whole list, not this page alone. */
function Exports({ list, label }: { list: ListAddress; label: string }) {
  return (
    <>
      {label} <a href={withQuery('/desk/inbox.csv', listQuery(list))}>CSV</a>
      {' · '}
      <a href={withQuery('/desk/inbox.xlsx', listQuery(list))}>XLSX</a>
    </>
  );
}

function resultWords(count: number, words: ReturnType<typeof deskWords>): string {
  return [words.found.some(count), words.list.order].join(' · ');
}

function stateOptions(act: Act): Option[] {
  const words = deskWords(act.language).states;
  return openStates.map((state) => ({ value: state, label: words[state] }));
}

/** The items on this page and the one that is chosen: of six thousand items nobody picks from a list. */
function itemOptions({ list, rows, itemName }: Inbox, { language }: Act): Option[] {
  const names = new Map(rows.map((row) => [row.itemCode, row.itemName]));
  if (list.item && !names.has(list.item)) names.set(list.item, textIn(itemName, language) || list.item);
  return [...names].map(([value, label]) => ({ value, label }));
}

/** The units a reader's roles reach: for a supervisor every one, for the others their own and those below. */
function unitOptions({ directory }: Inbox, { actor, language }: Act): Option[] {
  const above = actor.grants.map((grant) => grant.unitCode);
  return directory.units
    .filter(({ code }) => above.some((unit) => unit === '' || code === unit || code.startsWith(`${unit}/`)))
    .map(({ code, name }) => ({ value: code, label: textIn(name, language) }));
}

function filterWords(key: FilterKey, list: ListAddress, { data, act }: { data: Inbox; act: Act }): string {
  const words = deskWords(act.language);
  const value = list[key] ?? '';
  if (key === 'state') return words.states[states.find((state) => state === value) ?? 'submitted'];
  if (key === 'unit') return textIn(data.directory.unitByCode.get(value)?.name, act.language) || value;
  if (key === 'item') return textIn(data.itemName, act.language) || value;
  if (key === 'q') return words.list.found(value);
  return holderWords(value, { data, act });
}

function holderWords(value: string, { data, act }: { data: Inbox; act: Act }): string {
  const { list } = deskWords(act.language);
  if (value === 'me') return list.me;
  return value === 'none' ? list.none : textIn(data.directory.officerById(value)?.name, act.language) || list.holder;
}
