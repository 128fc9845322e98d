import { openVoice, type Voice } from './parts/voice.ts';

type Call = { readonly callId: number; readonly ticketNo: string; readonly windowNo: string };
type Board = { readonly at: string; readonly version: number; readonly calls: readonly Call[] };

const lostAfterMs = 10_000;
const pollEveryMs = 4_000;
const leastMs = 5_000;
const reloadHour = 3;

/**
 * A call screen: listens to the hall's events, asks every few seconds where they cannot come through, calls one number at a time, and after ten seconds
 * without word says so instead of showing numbers that may be old.
 */
export function start(element: HTMLElement): void {
  const { stream: streamUrl = '', poll: pollUrl = '' } = element.dataset;
  const voice = openVoice(element);
  const announcing = announcer(element, voice);
  let heardAt = performance.now();
  let last: Board | undefined;

  const heard = () => {
    heardAt = performance.now();
    setLost(element, false);
  };
  const show = async (board: Board) => {
    if (last && board.at < last.at) return;
    const isFirst = last === undefined;
    const newest = last?.calls[0]?.callId ?? 0;
    const changed = last?.version !== board.version;
    last = board;
    heard();
    if (!isFirst) for (const call of [...board.calls].reverse()) if (call.callId > newest) announcing(call);
    if (!isFirst && changed) await refresh(element, ['called', 'waits']);
  };
  const poll = async () => {
    const answer = await fetch(pollUrl).then(
      (response) => (response.ok ? (response.json() as Promise<Board>) : undefined),
      () => undefined,
    );
    if (answer) await show(answer);
  };

  const stream = new EventSource(streamUrl);
  stream.addEventListener('message', ({ data }) => void show(JSON.parse(String(data)) as Board));
  stream.addEventListener('ping', heard);
  setInterval(() => {
    if (stream.readyState !== EventSource.OPEN || performance.now() - heardAt > pollEveryMs) void poll();
  }, pollEveryMs);
  setInterval(() => {
    if (performance.now() - heardAt > lostAfterMs) setLost(element, true);
  }, 1_000);
  startClock(element);
}

function setLost(element: HTMLElement, isLost: boolean): void {
  const band = element.querySelector<HTMLElement>('[data-lost]');
  if (band) band.hidden = !isLost;
  element.toggleAttribute('data-stale', isLost);
}

/** One at a time, five seconds at least, in the order of calling. */
function announcer(element: HTMLElement, voice: Voice): (call: Call) => void {
  const queue: Call[] = [];
  let busy = false;
  const next = async () => {
    const call = queue.shift();
    busy = call !== undefined;
    if (!call) return;
    write(element, call);
    await Promise.all([voice.say(call), new Promise((resolve) => setTimeout(resolve, leastMs))]);
    void next();
  };
  return (call) => {
    queue.push(call);
    if (!busy) void next();
  };
}

function write(element: HTMLElement, { ticketNo, windowNo }: Call): void {
  const now = element.querySelector<HTMLElement>('[data-now]');
  if (!now) return;
  const window = windowNo.replace(/^0+(?=\d)/, '');
  const ticket = now.querySelector('[data-ticket]');
  if (ticket) ticket.textContent = ticketNo;
  for (const part of now.querySelectorAll<HTMLElement>('[data-words]'))
    part.textContent = (part.dataset['words'] ?? '').replace('{ticket}', ticketNo).replace('{window}', window);
  now.classList.remove('none', 'fresh');
  void now.offsetWidth;
  now.classList.add('fresh');
}

/** Lists and waiting times are drawn by the server; only they are read again. */
async function refresh(element: HTMLElement, ids: readonly string[]): Promise<void> {
  const html = await fetch(location.href).then(
    (response) => (response.ok ? response.text() : undefined),
    () => undefined,
  );
  if (!html) return;
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  for (const id of ids) element.querySelector(`#${id}`)?.replaceChildren(...(fresh.getElementById(id)?.childNodes ?? []));
}

/** The time of the hall; once a night the page is loaded anew. */
function startClock(element: HTMLElement): void {
  const { zone = 'UTC', clockLanguage = 'en' } = element.dataset;
  const clock = element.querySelector('[data-clock]');
  const format = new Intl.DateTimeFormat(clockLanguage.startsWith('zh') ? 'en-GB' : clockLanguage, {
    timeZone: zone,
    hour: clockLanguage.startsWith('zh') ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const startedAt = performance.now();
  setInterval(() => {
    const time = format.format();
    if (clock && clock.textContent !== time) clock.textContent = time;
    if (Number(time.split(':')[0]) === reloadHour && performance.now() - startedAt > 2 * 3_600_000) location.reload();
  }, 1_000);
}
