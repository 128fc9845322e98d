import { shrink } from './parts/shrink.ts';

type Words = { uploading: string; uploaded: string; failed: string; tooLarge: string; again: string; remove: string };

/** Sends each chosen file at once, with a bar; what arrived goes into the form as an id, what failed can be tried again and harms no other. */
export function start(element: HTMLElement): void {
  const input = element.querySelector<HTMLInputElement>('input[type=file]');
  const list = element.querySelector<HTMLElement>('.uploads');
  const words = JSON.parse(element.dataset['words'] ?? '{}') as Words;
  if (!input || !list) return;
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) list.append(row(element, file, words));
    // Sent on its own from now on: the form must not carry the same file again.
    input.value = '';
  });
}

function row(element: HTMLElement, file: File, words: Words): HTMLElement {
  const item = document.createElement('li');
  item.className = 'upload-row';
  const name = part(item, 'span', file.name);
  name.className = 'name';
  const state = part(item, 'span', words.uploading);
  state.className = 'state';
  state.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', file.name);
  item.append(bar);
  void send({ element, item, bar, state, file, words });
  return item;
}

type Sending = { element: HTMLElement; item: HTMLElement; bar: HTMLProgressElement; state: HTMLElement; file: File; words: Words };

async function send(sending: Sending): Promise<void> {
  const { element, item, bar, state, file, words } = sending;
  item.classList.remove('failed');
  state.textContent = words.uploading;
  const small = await shrink(file);
  if (small.size > Number(element.dataset['megabytes'] ?? 20) * 1_048_576) return fail(sending, words.tooLarge, false);
  const request = new XMLHttpRequest();
  request.open('POST', element.dataset['upload'] ?? '');
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total > 0 ? loaded / total : 0;
  });
  request.addEventListener('error', () => fail(sending, words.failed, true));
  request.addEventListener('load', () => {
    const fileId = (request.response as { fileId?: unknown } | null)?.fileId;
    if (request.status < 300 && typeof fileId === 'string') arrived(sending, fileId);
    else fail(sending, words.failed, request.status >= 500 || request.status === 429);
  });
  const body = new FormData();
  body.append('file', small, small.name);
  request.send(body);
}

function arrived({ element, item, bar, state, words }: Sending, fileId: string): void {
  bar.remove();
  state.textContent = words.uploaded;
  const kept = document.createElement('input');
  kept.type = 'hidden';
  kept.name = element.dataset['name'] ?? 'fileIds';
  kept.value = fileId;
  item.append(
    kept,
    button(words.remove, () => item.remove()),
  );
}

function fail(sending: Sending, said: string, mayRetry: boolean): void {
  const { item, bar, state, words } = sending;
  bar.value = 0;
  item.classList.add('failed');
  state.textContent = said;
  item.querySelector('button')?.remove();
  const label = mayRetry ? words.again : words.remove;
  const next = button(label, () => {
    next.remove();
    if (mayRetry) void send(sending);
    else item.remove();
  });
  item.append(next);
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn second small';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

function part(parent: HTMLElement, tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.append(made);
  return made;
}
