import type { Item } from '../../item.ts';
import { type Candidate, type Notes, notesOn } from '../candidate.ts';
import { readYes } from '../fields/channels.ts';
import { isNothing, plainText } from '../plain-text.ts';
import type { Field } from './columns.ts';
import type { Mapping } from './mapping.ts';
import type { Table } from './read-table.ts';

const longestCell = 20_000;
type About = { readonly mapping: Mapping | undefined; readonly from: string };

/** The rows below the header; empty ones are no rows. Rows are numbered as a spreadsheet numbers them. */
export function toCandidates(table: Table, { mapping, from }: About): (Candidate | Notes)[] {
  const { rows, header, openSince } = table;
  const body = rows.map((cells, index) => ({ cells, row: index + 1 })).slice(header.row + 1);
  const full = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const jurisdiction = mapping?.jurisdiction ?? guessJurisdiction(full.map(({ cells }) => cells[header.columns.name?.[0] ?? 0] ?? ''));
  return full.map(({ cells, row }) => {
    if (openSince !== undefined && row >= openSince) return rejected(row, 'quote_not_closed');
    return toCandidate(readerOf(cells, table), { row, from, jurisdiction, mapping });
  });
}

function rejected(row: number, code: string): Notes {
  const notes = notesOn(row);
  notes.reject(code);
  return notes;
}

type Reader = {
  readonly text: (field: Field) => string;
  readonly has: (field: Field) => boolean;
  readonly unitOf: (field: Field) => string;
};

/** Cells by what they are; of several columns the first that says something. */
function readerOf(cells: readonly string[], { rows, header }: Table): Reader {
  const { columns } = header;
  const texts = (field: Field) => (columns[field] ?? []).map((index) => plainText(bareCell(cells[index] ?? '')));
  const headerOf = (field: Field) => rows[header.row]?.[columns[field]?.[0] ?? -1] ?? '';
  return {
    text: (field) => texts(field).find((text) => !isNothing(text)) ?? '',
    has: (field) => texts(field).some((text) => text !== ''),
    unitOf: (field) => /工作日|自然日|ngày làm việc|work(ing)? ?days?/i.exec(headerOf(field))?.[0] ?? '',
  };
}

/** `="0012"` and `'0012` are how spreadsheets keep digits from becoming a number. */
function bareCell(cell: string): string {
  return cell
    .slice(0, longestCell)
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[\dA-Z])/, '');
}

type Placed = {
  readonly row: number;
  readonly from: string;
  readonly jurisdiction: Item['jurisdiction'];
  readonly mapping: Mapping | undefined;
};

function toCandidate({ text, has, unitOf }: Reader, { row, from, jurisdiction, mapping }: Placed): Candidate {
  const code = text('code');
  return {
    row,
    from,
    jurisdiction,
    code,
    name: text('name').replace(/\s+/g, ' '),
    kind: text('kind'),
    handling: text('handling'),
    bodyId: text('bodyId') || bodyIn(code),
    bodyName: text('bodyName').replace(/\s+/g, ' '),
    unit: mapping?.unit,
    region: text('region') || (mapping?.region ?? ''),
    level: text('level'),
    statutory: withUnit(text('statutory'), text('statutoryUnit') || unitOf('statutory')),
    promised: withUnit(text('promised'), text('promisedUnit') || unitOf('promised')),
    visits: text('visits'),
    visitsWhy: text('visitsWhy'),
    audience: listOf(text('audience')),
    themes: listOf(text('themes')),
    words: listOf(text('words')),
    materials: has('materials') ? materialsOf(text('materials')) : undefined,
    phone: text('phone'),
    supervision: text('supervision'),
    place: text('place'),
    conditions: text('conditions'),
    basis: text('basis').replace(/\s+/g, ' '),
    fee: text('fee'),
    result: text('result'),
    ways: listOf(text('ways')),
    online: readYes(text('online')),
    post: readYes(text('post')),
    appointment: readYes(text('appointment')),
  };
}

/** 31 and 33 characters begin with the body's 统一社会信用代码. */
function bodyIn(code: string): string {
  return /^[0-9A-Z]{31}([0-9A-Z]{2})?$/i.test(code) ? code.slice(0, 18) : '';
}

/** Exchange tables keep the unit in a column of its own: 1 is 工作日, 2 is 自然日. */
function withUnit(limit: string, unit: string): string {
  if (limit === '' || !/^\d+(\.\d+)?$/.test(limit)) return limit;
  const words = unit === '1' || unit === 'G' ? '工作日' : unit === '2' || unit === 'Z' ? '自然日' : unit;
  return `${limit}${words && ` ${words}`}`;
}

function listOf(text: string): string[] {
  return text
    .split(/[;；、,，|/\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Names of papers hold commas and slashes; numbering in front of them is not part of the name. */
function materialsOf(text: string): string[] {
  const separator = /[;；\n]/.test(text) ? /[;；\n]+/ : /、(?![^（(《]*[）)》])|\|/;
  return text
    .split(separator)
    .map((part) => part.replace(/^\s*(?:[（(]?\d{1,2}[）).．、]|[一二三四五六七八九十]+[、.．]|[-•·*–])\s*/u, '').trim())
    .filter(Boolean);
}

/** Whose law: by the letters that the names are written in. */
function guessJurisdiction(names: readonly string[]): Item['jurisdiction'] {
  const vietnamese = names.filter((name) => /[ăâđêôơưạ-ỹ]/i.test(name.normalize('NFC')) && !/\p{Script=Han}/u.test(name)).length;
  return vietnamese > names.length / 2 ? 'VN' : 'CN';
}
