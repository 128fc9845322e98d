/**
 * A form goes once: a second press while it is on its way does nothing. The idempotency key stays in the form, so that sending it again after
 * going back means the same thing to the server. Ctrl and Enter send it from within a field of many lines.
 */
export function start(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  form.addEventListener('submit', (event) => {
    if (form.dataset['sent'] !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset['sent'] = '';
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
    announce(form);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  });
  // A page that comes back from the browser's memory may be sent again.
  addEventListener('pageshow', () => release(form));
}

function announce(form: HTMLFormElement): void {
  const said = document.createElement('p');
  said.className = 'small muted sending';
  said.setAttribute('role', 'status');
  form.append(said);
  said.textContent = form.dataset['sending'] ?? '';
}

function release(form: HTMLFormElement): void {
  delete form.dataset['sent'];
  for (const button of form.querySelectorAll('button:not([aria-describedby])')) button.removeAttribute('aria-disabled');
  form.querySelector('.sending')?.remove();
}
