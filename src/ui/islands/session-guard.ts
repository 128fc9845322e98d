const warnMs = 120_000;
const keepAtMostEveryMs = 60_000;

/** Asks two minutes before a session ends. Typing counts as being there; what was typed is never touched. */
export function start(element: HTMLElement): void {
  const dialog = element as HTMLDialogElement;
  const livesMs = Number(dialog.dataset['minutes']) * 60_000;
  if (!livesMs || !dialog.showModal) return;
  let timers: number[] = [];
  let keptAt = performance.now();

  const wind = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [window.setTimeout(() => dialog.showModal(), livesMs - warnMs), window.setTimeout(() => over(dialog), livesMs)];
  };
  const keep = () => {
    keptAt = performance.now();
    wind();
    void fetch(dialog.dataset['keep'] ?? '', { method: 'HEAD', credentials: 'same-origin' }).then(undefined, () => undefined);
  };

  dialog.querySelector('[data-stay]')?.addEventListener('click', () => {
    dialog.close();
    keep();
  });
  document.addEventListener('input', () => {
    if (performance.now() - keptAt > keepAtMostEveryMs && !dialog.open) keep();
  });
  wind();
}

function over(dialog: HTMLDialogElement): void {
  const said = dialog.querySelector('p');
  if (said) said.textContent = dialog.dataset['over'] ?? '';
  dialog.querySelector('[data-stay]')?.remove();
  if (!dialog.open) dialog.showModal();
}
