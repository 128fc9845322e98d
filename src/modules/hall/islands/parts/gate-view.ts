import type { PolicyRules } from '../../contract/policy.ts';
import { type Decision, isFever } from '../../rules/screening.ts';
import type { Lease } from './gate-store.ts';

type Texts = Readonly<Record<string, string>>;
export type GateWords = {
  readonly outcomes: Texts;
  readonly reasons: Texts;
  readonly refusals: Texts;
  readonly pass: Texts;
  readonly online: string;
  readonly sending: string;
  readonly offline: string;
  readonly lease: string;
  readonly noLease: string;
  readonly needsDevice: string;
  readonly walkIn: string;
  readonly noEntry: string;
  readonly normal: string;
  readonly enter: string;
  readonly reported: string;
  readonly scan: string;
  readonly stopScan: string;
};

const find = (root: HTMLElement, name: string) => root.querySelector<HTMLElement>(`[data-${name}]`);
const say = (root: HTMLElement, name: string, text: string) => {
  const place = find(root, name);
  if (place && place.textContent !== text) place.textContent = text;
};

/** What would be decided now, while it is being typed. */
export function drawDecision(
  root: HTMLElement,
  words: GateWords,
  { decision, policy }: { decision: Decision | undefined; policy: PolicyRules },
): void {
  const typed = Number((root.querySelector<HTMLInputElement>('#temperature')?.value ?? '').replace(/^(\d\d)(\d)$/, '$1.$2'));
  const hot = typed > 0 && isFever(policy, typed);
  find(root, 'reading')?.classList.toggle('hot', hot);
  say(root, 'verdict', typed >= 30 ? (hot ? words.noEntry : words.normal) : '');
  const bad = decision !== undefined && decision.outcome !== 'enter' && decision.outcome !== 'special';
  root.querySelector('.go')?.classList.toggle('hot', bad);
  if (decision) say(root, 'enter-text', words.outcomes[decision.outcome] ?? '');
}

/** What was decided, for staff and the person in front of them. */
export function drawResult(
  root: HTMLElement,
  words: GateWords,
  result: { decision: Decision; offers: readonly string[]; alertNo: string | null } | undefined,
): void {
  const place = find(root, 'result');
  if (!place) return;
  place.hidden = !result;
  if (!result) return;
  const { outcome, reasons } = result.decision;
  place.className = `visitor gateresult ${outcome === 'enter' ? '' : outcome === 'special' ? 'amber' : 'hot'}`;
  const lines = [reasons.map((reason) => words.reasons[reason]).join(' · '), ...result.offers];
  if (result.alertNo) lines.push(words.reported.replace('{no}', result.alertNo));
  place.replaceChildren(element('b', words.outcomes[outcome] ?? ''), ...lines.map((line) => element('p', line)));
}

export function drawRefusal(root: HTMLElement, words: GateWords, code: string, facts: Readonly<Record<string, unknown>>): void {
  const place = find(root, 'result');
  if (!place) return;
  const own: Texts = { no_lease: words.noLease, sign_in_needed: words.needsDevice, forbidden: words.needsDevice };
  const text = own[code] ?? words.pass[code] ?? words.refusals[code] ?? code;
  const numbers = 'now' in facts ? ` ${String(facts['now'])} / ${String(facts['cap'])}` : '';
  place.hidden = false;
  place.className = 'visitor gateresult hot';
  place.replaceChildren(element('b', text + numbers));
}

type State = {
  readonly online: boolean;
  readonly waiting: number;
  readonly lease: Lease | undefined;
  readonly barred: boolean;
  readonly isDevice: boolean;
  readonly facts: Readonly<Record<string, unknown>> | undefined;
};

export function drawState(root: HTMLElement, words: GateWords, { online, waiting, lease, barred, isDevice, facts }: State): void {
  const count = (pattern: string, n: number) => pattern.replace('{n}', String(n));
  const line = barred
    ? words.needsDevice
    : online
      ? waiting > 0
        ? count(words.sending, waiting)
        : words.online
      : count(words.offline, waiting);
  say(root, 'line', line);
  say(root, 'lease', isDevice ? (lease && lease.places > 0 ? count(words.lease, lease.places) : words.noLease) : words.needsDevice);
  const band = find(root, 'band');
  if (band) {
    band.hidden = online && !barred;
    band.classList.toggle('bad', !online && (lease?.places ?? 0) === 0);
    if (band.textContent !== line) band.textContent = line;
  }
  root.dataset['waiting'] = String(waiting);
  root.dataset['line'] = online ? 'on' : 'off';
  root.dataset['places'] = String(lease?.places ?? 0);
  if (!facts) return;
  say(root, 'now', String(facts['now']));
  say(root, 'special', String((facts['special'] as { now: number }).now));
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
