import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Language, type Text, textIn } from '#kernel/locale.ts';
import { withTraditional } from '#kernel/traditional.ts';

export type Theme = { readonly theme: string; readonly icon: string; readonly name: Text };
export type Themes = { readonly person: readonly Theme[]; readonly organisation: readonly Theme[] };

let held: Themes | undefined;

/** The themes and life events of `data/catalogue/themes.yaml`, in the order they are shown. */
export function themes(): Themes {
  held ??= readThemes();
  return held;
}

function readThemes(): Themes {
  const { person, organisation } = parse(readFileSync(new URL('../../../data/catalogue/themes.yaml', import.meta.url), 'utf8')) as Themes;
  const whole = (list: readonly Theme[]) => list.map((one) => ({ ...one, name: withTraditional(one.name) }));
  return { person: whole(person), organisation: whole(organisation) };
}

export function themeName(theme: string, language: Language): string {
  const { person, organisation } = themes();
  const known = [...person, ...organisation].find((one) => one.theme === theme);
  return known ? textIn(known.name, language) : theme;
}
