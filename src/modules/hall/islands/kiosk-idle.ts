const healthEveryMs = 60_000;

/** The first screen: a touch begins a session, cleaning locks the screen for half a minute, and the office hears each minute that the machine lives. */
export function start(element: HTMLElement): void {
  sessionStorage.clear();
  for (const link of element.querySelectorAll<HTMLAnchorElement>('[data-begin]'))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void tell('sessions', {}).then(() => location.replace(link.href));
    });
  const clean = element.querySelector<HTMLButtonElement>('[data-clean]');
  const lock = element.querySelector<HTMLDialogElement>('[data-locked]');
  if (clean) clean.hidden = false;
  clean?.addEventListener('click', () => lock && hold(lock, Number(element.dataset['lock'] ?? 30)));
  lock?.addEventListener('cancel', (event) => event.preventDefault());
  const lives = () => void tell('health', {});
  lives();
  setInterval(lives, healthEveryMs);
}

function tell(what: 'sessions' | 'health', body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`/api/v1/hall/kiosk/${what}`, { method: 'POST', headers, body: JSON.stringify(body) }).then(undefined, () => undefined);
}

/** Nothing under the cloth is pressed while it wipes. */
function hold(dialog: HTMLDialogElement, seconds: number): void {
  const said = dialog.querySelector<HTMLElement>('[data-words]');
  let left = seconds;
  const show = () => {
    if (said) said.textContent = (said.dataset['words'] ?? '').replace('{seconds}', String(left));
  };
  show();
  dialog.showModal();
  const tick = setInterval(() => {
    left -= 1;
    show();
    if (left > 0) return;
    clearInterval(tick);
    dialog.close();
  }, 1000);
}
