/**
 * Every screen of a kiosk but the first. A minute without a touch or key asks whether somebody is still there; a quarter of a minute later everything is
 * wiped and the first screen stands there again, without a way back to what was typed.
 */
export function start(element: HTMLElement): void {
  const { home = '/', idle = '60', warn = '15' } = element.dataset;
  const [idleMs, warnMs] = [Number(idle) * 1000, Number(warn) * 1000];
  const left = element.querySelector<HTMLElement>('[data-left]');
  const dialog = element.querySelector<HTMLDialogElement>('[data-still]');
  let touchedAt = performance.now();

  const touch = () => {
    touchedAt = performance.now();
    if (dialog?.open) dialog.close();
  };
  for (const kind of ['pointerdown', 'keydown', 'input']) document.addEventListener(kind, touch, { capture: true });
  dialog?.querySelector('[data-stay]')?.addEventListener('click', touch);
  element.querySelector('[data-wipe]')?.addEventListener('click', (event) => {
    event.preventDefault();
    void wipe(home, 'person');
  });
  const printing = element.querySelector<HTMLButtonElement>('[data-print]');
  if (printing) printing.hidden = false;
  printing?.addEventListener('click', () => window.print());

  const tick = setInterval(() => {
    const quietMs = performance.now() - touchedAt;
    const seconds = Math.max(0, Math.ceil((idleMs + warnMs - quietMs) / 1000));
    if (left) {
      left.hidden = quietMs < 5000;
      left.textContent = (left.dataset['words'] ?? '').replace('{seconds}', String(seconds));
    }
    if (quietMs > idleMs && dialog && !dialog.open) dialog.showModal();
    if (quietMs > idleMs + warnMs) {
      clearInterval(tick);
      void wipe(home, 'idle');
    }
  }, 1000);
  window.addEventListener('pageshow', (event) => event.persisted && location.replace(home));
}

/** What was typed is gone from the page before anything is asked of the network. */
async function wipe(home: string, by: 'person' | 'idle'): Promise<void> {
  for (const form of document.forms) form.reset();
  for (const input of document.querySelectorAll<HTMLInputElement>('input, textarea')) input.value = '';
  sessionStorage.clear();
  const body = JSON.stringify({ by, wiped: true });
  await fetch('/api/v1/hall/kiosk/sessions/end', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
    undefined,
    () => undefined,
  );
  location.replace(home);
}
