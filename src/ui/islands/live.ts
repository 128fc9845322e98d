const staleAfterMs = 15_000;
const pollEveryMs = 10_000;

/**
 * Keeps one part of a page as it is on the server. `data-live` is an event stream that says when something changed, the part itself is read again
 * from the page's own address by its id. Without a stream it asks every ten seconds; when nothing answers for fifteen, a band says so and the last
 * state stays.
 */
export function start(element: HTMLElement): void {
  if (!element.id) return;
  const band = staleBand(element);
  let heardAt = performance.now();
  let polling = 0;

  const heard = () => {
    heardAt = performance.now();
    band.hidden = true;
  };
  const refresh = async () => {
    const html = await fetch(location.href, { credentials: 'same-origin' }).then(
      (response) => (response.ok ? response.text() : undefined),
      () => undefined,
    );
    if (html === undefined) return;
    heard();
    replace(element, html);
  };
  const poll = () => {
    polling ||= window.setInterval(() => document.hidden || void refresh(), pollEveryMs);
  };

  if (element.dataset['live'] && 'EventSource' in window) {
    const stream = new EventSource(element.dataset['live']);
    stream.addEventListener('open', () => {
      heard();
      clearInterval(polling);
      polling = 0;
    });
    stream.addEventListener('message', () => void refresh());
    stream.addEventListener('ping', heard);
    stream.addEventListener('error', poll);
    setInterval(() => stream.readyState === EventSource.OPEN && heard(), 5_000);
  } else poll();
  setInterval(() => {
    if (performance.now() - heardAt > staleAfterMs) band.hidden = false;
  }, 5_000);
}

/** Somebody who is typing or choosing in the part is not interrupted. */
function replace(element: HTMLElement, html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(element.id);
  if (!fresh || (element.contains(document.activeElement) && document.activeElement !== document.body)) return;
  if (fresh.innerHTML !== element.innerHTML) element.replaceChildren(...fresh.childNodes);
}

function staleBand(element: HTMLElement): HTMLElement {
  const band = document.createElement('p');
  band.className = 'live-stale';
  band.setAttribute('role', 'status');
  band.textContent = element.dataset['stale'] ?? '';
  band.hidden = true;
  element.before(band);
  return band;
}
