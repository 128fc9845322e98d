import { canonicalJson, sha256 } from '#kernel/ids.ts';
import type { Text } from '#kernel/locale.ts';
import { isRefusal } from '#kernel/result.ts';
import type { Day } from '#kernel/workdays.ts';
import type { Item } from '../item.ts';
import { parseItem } from '../load-item.ts';
import type { Publication } from '../publish.ts';
import { checkItem } from '../rules/check-item.ts';
import { guessStandard, type Standard } from '../rules/guess-standard.ts';
import { type Candidate, isRejected, type Notes, notesOn } from './candidate.ts';
import { readChannels } from './fields/channels.ts';
import { readBody, readCode } from './fields/codes.ts';
import { readAudience, readKind, readLevel } from './fields/kinds.ts';
import { readThemes } from './fields/themes.ts';
import { readLimits, readVisits } from './fields/time.ts';
import { isNothing, shortened, withoutMobiles } from './plain-text.ts';

export type ReadRow = { readonly publication?: Publication; readonly notes: Notes };
/** `home`: the unit below which bodies of other systems stand. */
export type Here = { readonly today: Readonly<Record<Item['jurisdiction'], Day>>; readonly home: string };

const longestName = 300;
const longestPhone = 60;
const mostMaterials = 99;

/** One row → an item that can be applied for at once with its kind's standard form, or why it was left out. */
export function toPublication(row: Candidate, { today, home }: Here): ReadRow {
  const notes = notesOn(row.row);
  if (isNothing(row.name)) notes.reject('name_missing', { code: row.code.slice(0, 60) });
  if (row.name.length > longestName) notes.reject('name_too_long', { length: row.name.length, most: longestName });
  if (isRejected(notes)) return { notes };
  const body = readBody(row.bodyId, row.bodyName, notes);
  const item = itemOf(row, { notes, unit: row.unit ?? `${home}/${body.slug}`, effectiveFrom: today[row.jurisdiction] });
  if (isRejected(notes)) return { notes };
  const loaded = parseItem(item);
  if (isRefusal(loaded)) return rejectedFor(notes, loaded.facts);
  const errors = checkItem(loaded.item).filter(({ level }) => level === 'error');
  if (errors.length > 0) return rejectedFor(notes, { problems: errors.slice(0, 5) });
  const unitName = row.bodyName && !row.unit ? textOf(row, row.bodyName.slice(0, longestName)) : undefined;
  const region = /^(\d{6,12}|VN-\d+)$/.test(row.region) ? row.region : undefined;
  return { publication: { item: loaded.item, region, unitName, sourceHash: hashOf(loaded.item, { unitName, region }) }, notes };
}

function rejectedFor(notes: Notes, facts: Notes['doubts'][number]['facts']): ReadRow {
  notes.reject('item_has_errors', facts);
  return { notes };
}

type Making = { readonly notes: Notes; readonly unit: string; readonly effectiveFrom: Day };

function itemOf(row: Candidate, { notes, unit, effectiveFrom }: Making): Item {
  const code = readCode(row.code, `${row.bodyName}|${row.name}`, notes);
  const kind = readKind(row.kind, code, notes);
  const text = (written: string, field: string, most = 4000) =>
    textOf(row, shortened(withoutMobiles(written, { jurisdiction: row.jurisdiction, field, notes }), { most, field, notes }));
  const some = (written: string, field: string, most?: number) => (isNothing(written) ? undefined : onlySaid(text(written, field, most)));
  const level = readLevel(row.level);
  const conditions = some(row.conditions, 'conditions');
  const channels = readChannels(row, notes);
  const visits = readVisits(row.visits, row.online, notes);
  const why = some(row.visitsWhy, 'visitsWhy');
  const limits = readLimits(row, notes);
  const basis = some(row.basis, 'basis');
  const contact = contactOf(row, some, notes);
  const words = row.words.filter((word) => !isNothing(word) && word.length <= 60).slice(0, 50);
  const item: Item = {
    code,
    jurisdiction: row.jurisdiction,
    kind,
    version: 1,
    effectiveFrom,
    unit,
    audience: readAudience(row.audience, notes),
    themes: readThemes(row.themes),
    name: text(row.name, 'name'),
    limits,
    visits: { count: visits, ...(visits > 0 && why && { why }) },
    fee: feeOf(row, some),
    channels,
    ...standardOf(row, { kind, text, notes, post: 'post' in channels }),
    ...(level && { level }),
    ...(words.length > 0 && { words: { [row.jurisdiction === 'VN' ? 'vi' : 'zh-Hans']: words } }),
    ...(conditions && { conditions: [{ text: conditions }] }),
    ...(basis && { basis: [{ law: shortened(row.basis, { most: 200, field: 'basis', notes }) }] }),
    ...(contact && { contact }),
  };
  const doubts = [
    ...new Set([...notes.doubts.map((doubt) => doubt.code), ...(item.fee.note || /\d|免|不收/.test(row.fee) ? [] : ['fee_unknown'])]),
  ];
  return { ...item, imported: { from: row.from, ...(row.code && { id: row.code.slice(0, 200) }), doubts } };
}

type Say = (written: string, field: string, most?: number) => Text | undefined;

function contactOf(row: Candidate, some: Say, notes: Notes): Item['contact'] | undefined {
  const phone = phoneOf(row.phone, { field: 'phone', row, notes });
  const supervision = phoneOf(row.supervision, { field: 'supervision', row, notes });
  const place = some(row.place, 'place');
  if (!phone && !supervision && !place) return undefined;
  return { ...(phone && { phone }), ...(supervision && { supervision }), ...(place && { place }) };
}

function phoneOf(written: string, { field, row, notes }: { field: string; row: Candidate; notes: Notes }): string | undefined {
  if (isNothing(written)) return undefined;
  const kept = withoutMobiles(written.replace(/\s+/g, ' '), { jurisdiction: row.jurisdiction, field, notes });
  const whole = kept.length > longestPhone ? kept.slice(0, longestPhone).replace(/[、,，;；/][^、,，;；/]*$/, '') : kept;
  if (whole !== kept) notes.warn('text_shortened', { field, length: kept.length, most: whole.length });
  const phone = whole.slice(0, longestPhone);
  return phone.length >= 3 ? phone : undefined;
}

function feeOf({ fee }: Candidate, some: Say): Item['fee'] {
  if (isNothing(fee) || /^(0|否|免费|不收费|不收取|free|miễn phí)/i.test(fee)) return { amount: 0 };
  const amounts = fee.match(/\d+(?:\.\d+)?/g) ?? [];
  const note = some(fee, 'fee');
  return { amount: amounts.length === 1 ? Number(amounts[0]) : 0, ...(note && { note }) };
}

type Forming = {
  readonly kind: Item['kind'];
  readonly text: (written: string, field: string, most?: number) => Text;
  readonly notes: Notes;
  readonly post: boolean;
};

/** The kind's standard form; papers bear their names in the language of the file. */
function standardOf(row: Candidate, { kind, text, notes, post }: Forming): Standard {
  if (row.materials === undefined) notes.warn('materials_missing');
  const names = [...new Set((row.materials ?? []).filter((name) => !isNothing(name)))].map((name) => text(name, 'materials', longestName));
  if (names.length > mostMaterials) notes.warn('too_many_materials', { count: names.length, most: mostMaterials });
  const plain = names.slice(0, mostMaterials).map((name) => Object.values(name)[0] as string);
  const standard = guessStandard(kind, [...new Set(plain)]);
  const delivery = standard.result.delivery.filter((way) => way !== 'courier' || post);
  const name = isNothing(row.result) ? standard.result.name : text(row.result, 'result', longestName);
  const documents = standard.documents.map((slot) => {
    const only = plain.find((one) => slot.name['zh-Hans'] === one);
    return only === undefined ? slot : { ...slot, name: textOf(row, only) };
  });
  return { ...standard, documents, result: { ...standard.result, delivery, ...(name && { name }) } };
}

function textOf({ jurisdiction }: Pick<Candidate, 'jurisdiction'>, written: string): Text {
  return jurisdiction === 'VN' ? { vi: written } : { 'zh-Hans': written };
}

function onlySaid(text: Text): Text | undefined {
  return Object.values(text).some((part) => part !== '') ? text : undefined;
}

/** The same words again are the same item, whenever they are read and whatever the file is called. */
export function hashOf(item: Item, about: object = {}): string {
  const { version: _version, effectiveFrom: _from, imported: _imported, ...said } = item;
  return sha256(canonicalJson({ said, about }));
}
