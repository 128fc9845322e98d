const switchName = 'tongban-keys';
const chainMs = 1_000;

/**
 * Single keys of the desk: `j` `k` walk rows, Enter opens, `x` selects, `/` searches, `?` lists, and whatever a button or link names in `data-key`
 * (`c`, or two in a row: `g i`). Never inside a field, never with a modifier, off for whoever switches them off.
 */
export function start(element: HTMLElement): void {
  const dialog = element as HTMLDialogElement;
  const off = dialog.querySelector<HTMLInputElement>('[data-off]');
  const isOff = () => localStorage.getItem(switchName) === 'off';
  if (off) {
    off.checked = isOff();
    off.addEventListener('change', () => localStorage.setItem(switchName, off.checked ? 'off' : 'on'));
  }
  let before = { key: '', at: 0 };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isInField(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === '?') dialog.showModal?.();
    if (event.key === '?' || isOff()) return;
    const chain = event.timeStamp - before.at < chainMs ? `${before.key} ${event.key}` : '';
    before = { key: event.key, at: event.timeStamp };
    if (press(chain) || press(event.key) || walk(event)) event.preventDefault();
  });
  for (const all of document.querySelectorAll<HTMLInputElement>('[data-all]')) selectAll(all);
}

function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    (target as HTMLInputElement).type !== 'checkbox'
  );
}

function press(key: string): boolean {
  const target = key ? document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not([aria-disabled=true])`) : null;
  if (target instanceof HTMLInputElement) target.focus();
  else target?.click();
  return target !== null;
}

function walk({ key, target }: KeyboardEvent): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] tbody tr')];
  const at = rows.findIndex((row) => row.classList.contains('at'));
  const here = rows[at];
  if (key === 'j' || key === 'k') return moveTo(rows, Math.min(rows.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1))));
  if (key === 'x' && here) here.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  else if (key === 'Enter' && here && target === document.body) here.querySelector<HTMLAnchorElement>('a')?.click();
  else return false;
  return true;
}

function moveTo(rows: readonly HTMLElement[], next: number): boolean {
  for (const [index, row] of rows.entries()) row.classList.toggle('at', index === next);
  rows[next]?.scrollIntoView({ block: 'nearest' });
  return rows.length > 0;
}

/** The box in the head chooses all; the bar below says how many; Shift chooses from the last one on. */
function selectAll(all: HTMLInputElement): void {
  const boxes = [...(all.closest('table')?.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]') ?? [])];
  const counted = document.querySelector<HTMLElement>('[data-chosen]');
  let last = -1;
  const count = () => {
    for (const box of boxes) box.closest('tr')?.classList.toggle('sel', box.checked);
    if (counted) counted.textContent = (counted.dataset['chosen'] ?? '').replace('0', String(boxes.filter((box) => box.checked).length));
  };
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    count();
  });
  for (const [index, box] of boxes.entries())
    box.addEventListener('click', (event) => {
      if (event.shiftKey && last >= 0)
        for (const between of boxes.slice(Math.min(last, index), Math.max(last, index))) between.checked = box.checked;
      last = index;
      count();
    });
}
