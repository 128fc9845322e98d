/// <reference types="vite/client" />

/** An island enhances one element that works without it. */
export type Island = { start: (element: HTMLElement) => void };

const islands = import.meta.glob<Island>(['./*.ts', '!./loader.ts', '!./build.ts', '!./*.test.ts', '/src/modules/*/islands/*.{ts,tsx}']);

const loadByName = new Map(Object.entries(islands).map(([path, load]) => [path.replace(/^.*\/|\.tsx?$/g, ''), load]));

/** Starts every `data-island` below an element; one element may name several, with spaces between. */
export async function startIslands(root: ParentNode): Promise<void> {
  for (const element of root.querySelectorAll<HTMLElement>('[data-island]')) {
    if (element.dataset['started'] !== undefined) continue;
    element.dataset['started'] = '';
    for (const name of element.dataset['island']?.split(' ') ?? []) (await loadByName.get(name)?.())?.start(element);
  }
}

void startIslands(document);
