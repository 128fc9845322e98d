const waitMs = 200;
type Row = Record<string, string | number | undefined>;

/** Suggestions below a search box: arrows walk, Enter goes, Escape closes. Without an answer the box stays what it is. */
export function start(element: HTMLElement): void {
  const input = element as HTMLInputElement;
  const list = document.createElement('ul');
  list.className = 'suggest';
  list.id = `${input.id}-list`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    input.setAttribute(name, value);
  let timer = 0;
  let asked = '';
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      asked = input.value.trim();
      const rows = asked ? await ask(input, asked) : [];
      if (asked === input.value.trim()) show(input, list, rows);
    }, waitMs);
  });
  input.addEventListener('keydown', (event) => walk(event, input, list));
  input.addEventListener('blur', () => window.setTimeout(() => close(input, list), 150));
}

async function ask(input: HTMLInputElement, words: string): Promise<Row[]> {
  const answer = await fetch(`${input.dataset['url']}${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } }).then(
    (response) => (response.ok ? response.json() : undefined),
    () => undefined,
  );
  return ((answer as { rows?: Row[] } | undefined)?.rows ?? []).slice(0, 8);
}

function show(input: HTMLInputElement, list: HTMLElement, rows: readonly Row[]): void {
  const { text = 'name', note = '', href = '' } = input.dataset;
  list.replaceChildren(
    ...rows.map((row, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.dataset['href'] = href.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(row[key] ?? '')));
      option.append(String(row[text] ?? ''));
      if (row[note]) option.append(Object.assign(document.createElement('small'), { textContent: String(row[note]) }));
      option.addEventListener('mousedown', () => go(option));
      return option;
    }),
  );
  list.hidden = rows.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  input.removeAttribute('aria-activedescendant');
}

function walk(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const options = [...list.children] as HTMLElement[];
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'Escape') close(input, list);
  else if (event.key === 'Enter' && options[at] && !list.hidden) {
    event.preventDefault();
    go(options[at]);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
    event.preventDefault();
    const next = options[(at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length];
    for (const option of options) option.setAttribute('aria-selected', String(option === next));
    if (next) input.setAttribute('aria-activedescendant', next.id);
  }
}

function go(option: HTMLElement): void {
  location.assign(option.dataset['href'] ?? '');
}

function close(input: HTMLInputElement, list: HTMLElement): void {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
}
