import { decide, type Decision, type Outcome, type Seen } from '../rules/screening.ts';
import { type Answer, deviceNow, type DoorState, type Line, openLine } from './parts/gate-line.ts';
import { checkPass } from './parts/gate-pass.ts';
import { wireCamera } from './parts/gate-scan.ts';
import { openStore } from './parts/gate-store.ts';
import { drawDecision, drawRefusal, drawResult, drawState, type GateWords } from './parts/gate-view.ts';

const beatMs = 5000;
type Last = { readonly eventId: string; readonly seq?: number | undefined };
type Gate = {
  readonly root: HTMLElement;
  readonly venue: string;
  readonly door: string;
  readonly words: GateWords;
  readonly line: Line;
  readonly form: HTMLFormElement | null;
  code: string;
  repeats: string | undefined;
  last: Last | undefined;
};

/**
 * The door’s page with a mind of its own: it decides at once by the same rules as the server, and goes on without a line on the places it was given.
 * What happened is written on the device before anybody is told to come in.
 */
export async function start(root: HTMLElement): Promise<void> {
  const { venue = '', door = '', device, words = '{}', policy = '{}', passKey = '' } = root.dataset;
  const { version, rules } = JSON.parse(policy) as { version: number; rules: DoorState['policy'] };
  const said = JSON.parse(words) as GateWords;
  const line = await openLine(await openStore(`tongban-gate-${venue}-${door}`), {
    venue,
    door,
    isDevice: device !== undefined,
    first: { policyVersion: version, policy: rules, revoked: [], passKey },
    tell: (told, facts) => drawState(root, said, { ...told, isDevice: device !== undefined, facts }),
  });
  const form = root.querySelector<HTMLFormElement>('#screen');
  const gate: Gate = { root, venue, door, words: said, line, form, code: '', repeats: undefined, last: undefined };
  if (form) wireEntry(gate, form);
  wireExit(gate);
  wireUndo(gate);
  void install(venue, door);
  const beat = () => void line.beat();
  setInterval(beat, beatMs);
  addEventListener('online', beat);
  addEventListener('offline', beat);
  beat();
}

function wireEntry(gate: Gate, form: HTMLFormElement): void {
  const { root } = gate;
  const redraw = () => drawDecision(root, gate.words, { decision: judge(gate, form), policy: gate.line.door().policy });
  form.addEventListener('input', redraw);
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const stricter = (event.submitter as HTMLButtonElement | null)?.value;
      void screen(gate, form, stricter || undefined);
    },
    { capture: true },
  );
  const pad = root.querySelector<HTMLElement>('[data-pad]');
  if (pad) pad.hidden = false;
  for (const key of root.querySelectorAll<HTMLElement>('[data-digit]'))
    key.addEventListener('click', () => {
      const box = temperatureBox(form);
      box.value = key.dataset['digit'] === 'clear' ? '' : `${box.value.replace('.', '')}${key.dataset['digit']}`.slice(0, 3);
      redraw();
    });
  const look = root.querySelector<HTMLFormElement>('[data-look]');
  look?.addEventListener('submit', (event) => {
    event.preventDefault();
    void lookUp(gate, codeBox(root).value.trim());
  });
  const scan = root.querySelector<HTMLElement>('[data-scan]');
  if (scan) wireCamera(scan, gate.words, (code) => void lookUp(gate, code));
  // A scanner types where nothing has the focus.
  document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey }) => {
    if (target === document.body && key.length === 1 && !ctrlKey && !metaKey) codeBox(root).focus();
  });
}

const codeBox = (root: HTMLElement) => root.querySelector('#code') as HTMLInputElement;
const temperatureBox = (form: HTMLFormElement) => form.querySelector('#temperature') as HTMLInputElement;

/** Who it is, as far as the door may know; without a line only a signed pass says anything. */
async function lookUp(gate: Gate, code: string): Promise<void> {
  const { root, venue, line, words } = gate;
  gate.code = code;
  const who = root.querySelector('[data-who]');
  if (code === '') return;
  const found = await line.ask(`/${venue}/guests?code=${encodeURIComponent(code)}`);
  if (found && found.status >= 400)
    return drawRefusal(root, words, String(found.body['code']), found.body['facts'] as Record<string, unknown>);
  const checked = !found && code.startsWith('TB1.') ? await checkPass(code, { venue, now: deviceNow(), door: line.door() }) : undefined;
  if (checked && 'problem' in checked) return drawRefusal(root, words, checked.problem, {});
  if (who)
    who.textContent = found ? `${String(found.body['shown'])} · ${String(found.body['bookingNo'])}` : (checked?.pass.booking ?? code);
  const party = gate.form?.querySelector<HTMLInputElement>('[name=party]');
  const people = found?.body['party'] ?? checked?.pass.party;
  if (party && typeof people === 'number') party.value = String(people);
  if (gate.form) temperatureBox(gate.form).focus();
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

type Posted = { readonly body: Record<string, unknown>; readonly seen: Seen; readonly party: number };

function readForm(gate: Gate, form: HTMLFormElement, stricter?: string): Posted | undefined {
  const data = new FormData(form);
  const text = (name: string) => textOf(data.get(name)).trim();
  const temperature = toDegrees(text('temperature'));
  if (temperature === undefined) return undefined;
  const identity = Object.fromEntries(
    ['name', 'idNumber', 'phone', 'unit', 'origin'].map((name) => [name, text(name)]).filter(([, value]) => value),
  );
  const [symptoms, region] = [data.getAll('symptoms').map(textOf), data.getAll('regions').map(textOf)];
  const party = Number(text('party')) || 1;
  const isolationRecord = data.has('isolationRecord');
  const mask = (text('mask') || 'worn') as Seen['mask'];
  const readingId = text('readingId');
  const body = {
    temperature,
    mask,
    symptoms,
    region,
    isolationRecord,
    party,
    door: gate.door,
    ...(gate.code ? (gate.code.startsWith('TB1.') ? { pass: gate.code } : { bookingNo: gate.code }) : {}),
    ...(Object.keys(identity).length > 0 ? { identity } : {}),
    ...(gate.repeats ? { repeatsEvent: gate.repeats } : {}),
    ...(readingId ? { readingId } : {}),
    ...(stricter ? { stricter } : {}),
  };
  const second = gate.repeats !== undefined;
  return {
    body,
    party,
    seen: { temperature, mask, symptoms, regions: region, isolationRecord, second, ...(stricter ? { stricter: stricter as Outcome } : {}) },
  };
}

/** `365`, `36.5` and `36,5` are the same. */
function toDegrees(typed: string): number | undefined {
  const plain = typed.replace(',', '.');
  const value = /^\d{3}$/.test(plain) ? Number(plain) / 10 : Number(plain);
  return plain !== '' && value >= 30 && value <= 45 ? value : undefined;
}

function judge(gate: Gate, form: HTMLFormElement): Decision | undefined {
  const posted = readForm(gate, form);
  return posted && decide(gate.line.door().policy, posted.seen);
}

async function screen(gate: Gate, form: HTMLFormElement, stricter: string | undefined): Promise<void> {
  const { root, venue, line } = gate;
  const box = codeBox(root).value.trim();
  if (box && box !== gate.code) gate.code = box;
  const posted = readForm(gate, form, stricter);
  if (!posted) return temperatureBox(form).focus();
  const eventId = newEventId();
  const body = { ...posted.body, deviceEventId: eventId, deviceAt: new Date(deviceNow()).toISOString() };
  const path = `/${venue}/screenings`;
  const answer = await line.send(path, body);
  if (answer) return screened(gate, form, { answer, eventId });
  await decideAlone(gate, form, { posted, body, path, eventId });
}

async function screened(gate: Gate, form: HTMLFormElement, { answer, eventId }: { answer: Answer; eventId: string }): Promise<void> {
  const { root, words, line } = gate;
  if (answer.status !== 201)
    return drawRefusal(root, words, String(answer.body['code']), (answer.body['facts'] ?? {}) as Record<string, unknown>);
  await line.answered(answer.body);
  const result = answer.body as unknown as Decision & { alertNo: string | null; offers: { text: string }[] };
  finish(gate, form, { decision: result, offers: result.offers.map(({ text }) => text), alertNo: result.alertNo, last: { eventId } });
}

type Alone = { readonly posted: Posted; readonly body: Record<string, unknown>; readonly path: string; readonly eventId: string };

/** Nobody answers: the rules are here, the pass is signed, and the places were given before. */
async function decideAlone(gate: Gate, form: HTMLFormElement, { posted, body, path, eventId }: Alone): Promise<void> {
  const { root, venue, line, words } = gate;
  const door = line.door();
  const checked = gate.code.startsWith('TB1.') ? await checkPass(gate.code, { venue, now: deviceNow(), door }) : undefined;
  if (checked && 'problem' in checked) return drawRefusal(root, words, checked.problem, {});
  const decision = decide(door.policy, posted.seen);
  const comesIn = decision.outcome === 'enter' || decision.outcome === 'special';
  const kind = comesIn ? ('in' as const) : ('none' as const);
  const told = { ...body, offline: true, policyVersion: door.policyVersion };
  const seq = await line.note({ path, body: told, kind, people: comesIn ? posted.party : 0 });
  if (seq === undefined) return drawRefusal(root, words, 'no_lease', {});
  finish(gate, form, { decision, offers: [], alertNo: null, last: { eventId, seq } });
}

type Finished = { readonly decision: Decision; readonly offers: readonly string[]; readonly alertNo: string | null; readonly last: Last };

function finish(gate: Gate, form: HTMLFormElement, { decision, offers, alertNo, last }: Finished): void {
  const again = decision.reasons.includes('fever_measure_again');
  drawResult(gate.root, gate.words, { decision, offers, alertNo });
  gate.last = last;
  gate.repeats = again ? last.eventId : undefined;
  temperatureBox(form).value = '';
  if (!again) {
    form.reset();
    gate.code = '';
    codeBox(gate.root).value = '';
    const who = gate.root.querySelector('[data-who]');
    if (who) who.textContent = gate.words.walkIn;
    for (const open of form.querySelectorAll('details[open]')) open.removeAttribute('open');
  }
  drawDecision(gate.root, gate.words, { decision: undefined, policy: gate.line.door().policy });
  const undo = gate.root.querySelector<HTMLElement>('[data-undo]');
  if (undo) undo.hidden = false;
}

function wireExit(gate: Gate): void {
  const { root, venue, line, words, door } = gate;
  root.querySelector<HTMLFormElement>('#leave')?.addEventListener(
    'submit',
    async (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const box = root.querySelector<HTMLInputElement>('#leave-booking');
      const bookingNo = box?.value.trim();
      if (box) box.value = '';
      const eventId = newEventId();
      const body = { door, deviceEventId: eventId, deviceAt: new Date(deviceNow()).toISOString(), ...(bookingNo ? { bookingNo } : {}) };
      const path = `/${venue}/exits`;
      const answer = await line.send(path, body);
      if (answer && answer.status !== 201) return drawRefusal(root, words, String(answer.body['code']), {});
      const seq = answer ? undefined : await line.note({ path, body: { ...body, offline: true }, kind: 'out', people: 1 });
      gate.last = { eventId, seq };
      const now = root.querySelector('[data-now]');
      if (now) now.textContent = answer ? String(answer.body['now']) : String(Math.max(0, Number(now.textContent) - 1));
    },
    { capture: true },
  );
}

function wireUndo(gate: Gate): void {
  const { root, venue, line, words } = gate;
  root.querySelector<HTMLFormElement>('#undo')?.addEventListener(
    'submit',
    async (event) => {
      if (!gate.last) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { eventId, seq } = gate.last;
      const dropped = seq !== undefined && (await line.drop(seq));
      const answer = dropped ? undefined : await line.send(`/${venue}/undo`, { deviceEventId: eventId });
      if (answer && answer.status !== 200) return drawRefusal(root, words, String(answer.body['code']), {});
      gate.last = undefined;
      const button = root.querySelector<HTMLElement>('[data-undo]');
      if (button) button.hidden = true;
      drawResult(root, words, undefined);
      void line.beat();
    },
    { capture: true },
  );
}

function newEventId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The page and what it is drawn with are kept on the device, so that it opens without a line. */
async function install(venue: string, door: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'manifest', href: `/gate/${venue}/${door}/app.webmanifest` });
  document.head.append(link);
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/gate/worker.js', { scope: '/gate/' });
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage([location.href, ...loaded.filter((name) => new URL(name).pathname.startsWith('/assets/'))]);
}
