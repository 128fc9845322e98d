import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#kernel/locale.ts';
import type { IconName } from './components/icon-shapes.ts';
import { type UiWords, uiWords } from './locales/index.ts';

/** What every component of one page shares. `icons` gathers the icons the page draws, so that the sprite at its end holds only those. */
export type PageContext = { readonly language: Language; readonly icons: Set<IconName> | undefined; readonly care: boolean };

const Page = createContext<PageContext>({ language: 'zh-Hans', icons: undefined, care: false });

/** Sets the language that components below speak. The shells do it; a fragment rendered alone needs it too. */
export function InLanguage({
  language,
  icons,
  care = false,
  children,
}: {
  language: Language;
  icons?: Set<IconName>;
  care?: boolean;
  children: ComponentChildren;
}) {
  return <Page.Provider value={{ language, icons, care }}>{children}</Page.Provider>;
}

export function usePage(): PageContext {
  return useContext(Page);
}

export function useWords(): UiWords {
  return uiWords(usePage().language);
}
