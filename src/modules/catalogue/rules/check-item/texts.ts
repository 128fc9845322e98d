import { type Language, languages } from '#kernel/locale.ts';
import type { Item } from '../../item.ts';
import { error, type ItemProblem, warning } from './problem.ts';

/** Every text in the language of the law; what the other languages lack is one warning per language, so that the list stays readable. */
export function checkTexts(item: Item): ItemProblem[] {
  const texts = textsOf(item, '');
  const first: Language = item.jurisdiction === 'VN' ? 'vi' : 'zh-Hans';
  const missing = texts.filter(({ has }) => !has.includes(first)).map(({ path }) => error(path, 'text_missing', { language: first }));
  const lagging = languages
    .filter((language) => language !== first && language !== 'zh-Hant')
    .flatMap((language) => {
      const paths = texts.filter(({ has }) => !has.includes(language)).map(({ path }) => path);
      return paths.length > 0
        ? [warning(paths[0] as string, 'translations_missing', { language, count: paths.length, paths: paths.slice(0, 20) })]
        : [];
    });
  return [...missing, ...lagging];
}

type Found = { path: string; has: string[] };

/** Every text of an item and the languages it has. */
export function textsOf(value: unknown, path: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const isText = !Array.isArray(value) && entries.every(([key, part]) => languages.includes(key as Language) && typeof part === 'string');
  if (isText && (entries.length > 0 || path.endsWith('name'))) return [{ path, has: entries.map(([key]) => key) }];
  return entries
    .filter(([key]) => key !== 'words' && key !== 'walks')
    .flatMap(([key, part]) => textsOf(part, path ? `${path}.${key}` : key));
}
