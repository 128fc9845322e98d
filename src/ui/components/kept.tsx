import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { InLanguage, usePage } from '../context.tsx';
import type { IconName } from './icon-shapes.ts';

type Drawn = { readonly html: string; readonly icons: readonly IconName[] };
export type KeptDrawings = Map<string, Drawn>;

const mostKept = 500;

/**
 * What is the same for everybody is drawn once and kept: `name` says all that it depends on besides language and care mode.
 * Whoever holds `kept` throws it away when the data behind it has changed.
 */
export function Kept({ kept, name, draw }: { kept: KeptDrawings; name: string; draw: () => VNode }) {
  const { language, care, icons } = usePage();
  const key = `${language}/${care}/${name}`;
  let drawn = kept.get(key);
  if (!drawn) {
    const own = new Set<IconName>();
    const html = renderToString(
      <InLanguage language={language} care={care} icons={own}>
        {draw()}
      </InLanguage>,
    );
    drawn = { html, icons: [...own] };
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
    kept.set(key, drawn);
  }
  for (const icon of drawn.icons) icons?.add(icon);
  return <div dangerouslySetInnerHTML={{ __html: drawn.html }} />;
}
