import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { newId } from '#kernel/ids.ts';
import type { Job } from '#kernel/module.ts';
import { isRefusal } from '#kernel/result.ts';
import { withTraditional } from '#kernel/traditional.ts';
import type { CatalogueFacts } from './facts.ts';
import { notesOn } from './import/candidate.ts';
import { settle } from './import/settle.ts';
import { hashOf, type ReadRow } from './import/to-item.ts';
import type { Item } from './item.ts';
import { loadItem, parseItem } from './load-item.ts';
import { publishVersions } from './publish.ts';
import { lockCatalogue } from './queries/items.ts';
import { replaceSynonym } from './queries/synonyms.ts';
import { listNewest } from './queries/versions.ts';
import { generateItems, type GeneratorWords, type LightItem, seededRandom } from './rules/generate.ts';
import { guessStandard, type Standard } from './rules/guess-standard.ts';

const folder = new URL('../../../data/catalogue/', import.meta.url);
const wholeCatalogue = 6500;
const seed = 2020;

export type DemoCatalogue = { readonly items: number; readonly changed: number; readonly synonyms: number };

/** The items, synonyms and made-up items of `data/catalogue`. Loading them again changes only what the files have changed. */
export async function loadDemoCatalogue(job: Job, total = wholeCatalogue): Promise<DemoCatalogue> {
  const written = readItems();
  const items = [...written, ...madeItems(Math.max(0, total - written.length))];
  const synonyms = read<SynonymLine[]>('synonyms.yaml');
  return job.transaction(async (act) => {
    await lockCatalogue(act.tx);
    const newest = await listNewest(
      act.tx,
      items.map((item) => item.code),
    );
    const { publications } = settle(items.map(toRow), new Map(newest.map((one) => [one.code, one])));
    await publishVersions(act, publications);
    for (const line of synonyms) await replaceSynonym(act.tx, { language: null, ...line }, act.now);
    act.publish('catalogue.catalogue_imported', {
      importId: newId(),
      format: 'demo',
      changed: publications.length,
    } satisfies CatalogueFacts['catalogue_imported']);
    return { items: items.length, changed: publications.length, synonyms: synonyms.length };
  });
}

type SynonymLine = { synonymId: string; said: string[]; meant: string[]; language?: string };

function read<T>(name: string): T {
  return parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}

/** A file that does not hold is a bug of the data, said with its name. */
function readItems(): Item[] {
  const names = readdirSync(new URL('items/', folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => {
    const loaded = loadItem(readFileSync(new URL(`items/${name}`, folder), 'utf8'));
    if (isRefusal(loaded)) throw new Error(`${name}: ${JSON.stringify(loaded.facts)}`);
    return loaded.item;
  });
}

/** Demonstration items that no office stands behind; what all of one kind share is made once. */
function madeItems(count: number): Item[] {
  const standards = new Map<Item['kind'], Standard>();
  return generateItems(read<GeneratorWords>('generated-words.yaml'), { count, random: seededRandom(seed) }).map((light) => {
    const standard = standards.get(light.kind) ?? whole({ ...light, ...guessStandard(light.kind) });
    standards.set(light.kind, standard);
    const { sections, questions, documents, stages, result } = standard;
    return { ...named(light), sections, questions, documents, stages, result };
  });
}

function whole(item: Item): Standard {
  const loaded = parseItem(item);
  if (isRefusal(loaded)) throw new Error(`generated ${item.code}: ${JSON.stringify(loaded.facts)}`);
  return loaded.item as Standard;
}

function named(light: LightItem): LightItem {
  const { why } = light.visits;
  return { ...light, name: withTraditional(light.name), visits: why ? { ...light.visits, why: withTraditional(why) } : light.visits };
}

function toRow(item: Item, index: number): ReadRow {
  return { publication: { item, sourceHash: hashOf(item), popularity: item.generated ? 0 : 1 }, notes: notesOn(index + 1) };
}
