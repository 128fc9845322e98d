import type { Actor } from '#kernel/actor.ts';
import { canonicalJson } from '#kernel/ids.ts';
import { refuse, type Refusal, isRefusal } from '#kernel/result.ts';
import { checkSlots, isOwable, neededSlots, type Plan, planFor } from '#modules/catalogue/index.ts';
import type { Flag, Slots } from '../contract/types.ts';
import type { CaseFile, Correction } from './case-file.ts';
import { begin, dueDay, type Ledger, pause, restart, resume, segmentsOf, start, stop } from './clock.ts';
import { clockRule } from './deadlines.ts';
import { greenPlan } from './green.ts';
import { lapseOwing, named, owedFrom } from './owing.ts';
import { owedPapers } from './papers.ts';
import { intakeKeys, openNext } from './review.ts';
import { type Change, chain, clockAct, type Rule, type Situation, type TaskChange, today } from './situation.ts';

const leaseMs = 24 * 3_600_000;

/** For a day, so that nobody's absence keeps a case. */
export function heldBy(officer: Actor, now: Date) {
  return { holderId: officer.personId ?? null, holderName: officer.name, leasedUntil: new Date(now.getTime() + leaseMs) };
}

/** 签收 / nhận xử lý: the case is this officer's for a day; claiming it again renews it. */
export const claim: Rule<object> = (_file, _input, { now, actor }) => ({ set: heldBy(actor, now) });

/** Nobody's: the next one whose unit has the case may take it. */
export const free = { holderId: null, holderName: null, leasedUntil: null } as const;

export const release: Rule<object> = () => ({ set: free });

/** 受理 / tiếp nhận: all papers are there; the limit starts, day one is the next working day, and the case passes to those who review it. */
export const accept: Rule<object> = (file, _input, situation) => {
  const owed = owedPapers(file, situation.item).map(({ slot }) => slot);
  return owed.length > 0 ? refuse('documents_owed', { slots: owed }) : accepted(file, situation, { lane: 'normal' });
};

/** 容缺受理: the main papers are there, what is owed may be owed and is promised by a date. */
export const acceptTolerated: Rule<{ promise: string }> = (file, { promise }, situation) => {
  const owed = owedPapers(file, situation.item);
  if (owed.length === 0) return refuse('nothing_owed');
  const notOwable = owed.filter(({ document }) => !isOwable(document));
  if (notOwable.length > 0) return refuse('owing_not_allowed', { slots: notOwable.map(({ slot }) => slot) });
  const change = accepted(file, situation, { lane: 'tolerance' });
  if (isRefusal(change)) return change;
  const until = owedFrom(owed, today(situation), situation.calendar);
  return { ...change, reason: promise, detail: { ...change.detail, owed: named(until) } };
};

/** Since an earlier instant where silence has accepted; the plan is copied, its first stages open, and nobody holds the case any more. */
export function accepted(
  file: CaseFile,
  situation: Situation,
  { lane, since }: { lane: 'normal' | 'tolerance'; since?: Date },
): Change | Refusal {
  const act = clockAct(situation, since ? 'deemed-accepted' : 'accept');
  const begun = { ...act, at: since ?? act.at };
  const ledger = chain<Ledger>(
    file.ledger,
    (before) => stop(before, 'intake', act),
    (before) => start(before, 'promised', begun),
    (before) => (situation.item.limits.statutory ? start(before, 'statutory', begun) : before),
  );
  if (isRefusal(ledger)) return ledger;
  const normal = planFor(situation.item, file.answers);
  const plan = file.marks.green ? greenPlan(situation.item, file.answers, intakeKeys(normal)) : normal;
  const opened = openNext(plan, intakeKeys(plan), situation);
  return {
    set: {
      state: opened.state,
      lane: file.lane === 'green' ? 'green' : lane,
      plan,
      ledger,
      acceptedAt: begun.at,
      marks: withSilence(file, situation),
      ...free,
    },
    tasks: [...(since ? [] : takenIn(plan)), ...opened.tasks],
  };
}

function withSilence({ marks }: CaseFile, { item }: Situation): CaseFile['marks'] {
  return item.limits.whenPassed ? { ...marks, silence: true } : marks;
}

/** Who took the case in stands among its stages, so that a stage may say it is not theirs (受审分离). */
function takenIn(plan: Plan): TaskChange[] {
  return intakeKeys(plan).flatMap((taskKey): TaskChange[] => [
    { open: { taskKey, step: 0, unitCode: 'window', kind: 'intake' } },
    { done: { taskKey, outcome: 'pass', opinion: '' } },
  ]);
}

/** 不予受理: with a reason and where to go instead. Counted by supervision. */
export const refuseIntake: Rule<{ reason: string; instead?: string | undefined }> = (file, { reason, instead }, situation) => {
  const ledger = stop(file.ledger, 'intake', clockAct(situation, 'refuse-intake'));
  if (isRefusal(ledger)) return ledger;
  return {
    set: { state: 'not-accepted', ledger, outcome: 'not-accepted', endedAt: situation.now },
    reason,
    ...(instead ? { detail: { instead } } : {}),
  };
};

/** 一次性告知: everything that is wrong, at once and once; the office's clock stands still from the notice. */
export const askCorrection: Rule<{ flags: readonly Flag[]; note?: string | undefined }> = (file, { flags, note = '' }, situation) => {
  if (file.correction && file.correction.round >= 1 && file.state === 'submitted')
    return refuse('asked_already', { askedAt: file.correction.askedAt });
  const unknown = flags.filter((flag) => !isFlaggable(flag.path, file, situation));
  if (unknown.length > 0) return refuse('unknown_flag', { paths: unknown.map(({ path }) => path) });
  const ledger = standStill(file, situation);
  if (isRefusal(ledger)) return ledger;
  const counting = clockRule('supplement', situation);
  const correction: Correction = {
    from: file.state === 'review' ? 'review' : 'submitted',
    askedAt: situation.now.toISOString(),
    askedBy: situation.actor.name,
    dueOn: (counting && dueDay(ledger, counting)) ?? today(situation),
    note,
    flags,
    round: (file.correction?.round ?? 0) + 1,
  };
  return {
    set: { state: 'correction', ledger, correction, pausedAt: situation.now, pauseReason: 'correction' },
    reason: note,
    detail: { flags },
  };
};

function isFlaggable(path: string, file: CaseFile, { item }: Situation): boolean {
  const [kind, key = ''] = path.split('.');
  if (kind === 'answers') return item.questions.some((question) => question.key === key);
  return kind === 'slots' && neededSlots(item, file.answers).some(({ slot, document }) => slot === path.slice(6) || document.key === key);
}

function standStill(file: CaseFile, situation: Situation): Ledger | Refusal {
  const act = clockAct(situation, 'correction');
  const clocks = file.state === 'submitted' ? (['intake'] as const) : (['promised', 'statutory'] as const);
  const paused = clocks.reduce<Ledger | Refusal>((ledger, clock) => {
    const rule = clockRule(clock, situation);
    return isRefusal(ledger) || !rule || isStanding(ledger, clock) ? ledger : pause(ledger, rule, act);
  }, file.ledger);
  return isRefusal(paused) ? paused : begin(paused, 'supplement', clockAct(situation, 'ask-correction'));
}

function isStanding(ledger: Ledger, clock: string): boolean {
  const last = ledger.segments.findLast((segment) => segment.clock === clock);
  return !last || last.to !== undefined || last.kind === 'paused';
}

/** Every flag is answered, by a new value (`answers` are the whole form), a new paper or a word why it is right as it is; then the office goes on where it stopped (VN: the limit begins again). */
export const answerCorrection: Rule<{
  answers?: Readonly<Record<string, unknown>> | undefined;
  slots?: Slots | undefined;
  contest?: string | undefined;
}> = (file, input, situation) => {
  const round = file.correction;
  if (!round) return refuse('wrong_stage', { state: file.state });
  const answers = input.answers ?? file.answers;
  const slots = { ...file.slots, ...input.slots };
  const open = round.flags.filter((flag) => !input.contest && !isAnswered(flag.path, file, { answers, slots }));
  if (open.length > 0) return refuse('flags_open', { paths: open.map(({ path }) => path) });
  const problems = checkSlots(situation.item, answers, { slots: slots as never });
  if (problems.length > 0) return refuse('documents_missing', { problems });
  const ledger = goOn(file, round, situation);
  if (isRefusal(ledger)) return ledger;
  return {
    set: { state: round.from, answers, slots, ledger, ...pauseOf(ledger) },
    detail: changesOf(file, answers, slots),
    ...(input.contest ? { reason: input.contest } : {}),
  };
};

function isAnswered(path: string, file: CaseFile, now: { answers: Readonly<Record<string, unknown>>; slots: Slots }): boolean {
  const [kind, key = ''] = path.split('.');
  if (kind === 'answers') return !isSame(now.answers[key], file.answers[key]);
  const slot = path.slice('slots.'.length);
  return !isSame(now.slots[slot], file.slots[slot]);
}

/** In whatever order the database gives the keys of a row. */
function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

/** What was changed, with the value before it: the values of now stand in the case. */
function changesOf(file: CaseFile, answers: Readonly<Record<string, unknown>>, slots: Slots) {
  const differing = (kind: 'answers' | 'slots', now: Readonly<Record<string, unknown>>) =>
    Object.keys({ ...file[kind], ...now }).flatMap((key) => {
      const before: unknown = file[kind][key] ?? null;
      return isSame(now[key], before) ? [] : [[`${kind}.${key}`, before] as const];
    });
  const changes = [...differing('answers', answers), ...differing('slots', slots)];
  return { changed: changes.map(([path]) => path), before: Object.fromEntries(changes) };
}

/**
 * China goes on counting where it stopped, unless the clock stands for another reason besides; Vietnam counts the whole limit again from the complete dossier
 * (Nghị định 61/2018/NĐ-CP 19(4)).
 */
function goOn(file: CaseFile, round: Correction, situation: Situation): Ledger | Refusal {
  const act = clockAct(situation, 'answer-correction');
  const stopped = stop(file.ledger, 'supplement', act);
  if (isRefusal(stopped)) return stopped;
  const clocks = round.from === 'submitted' ? (['intake'] as const) : (['promised', 'statutory'] as const);
  return clocks.reduce<Ledger | Refusal>((ledger, clock) => {
    const last = isRefusal(ledger) ? undefined : segmentsOf(ledger, clock).at(-1);
    if (isRefusal(ledger) || !last) return ledger;
    if (situation.law.jurisdiction === 'VN') return restart(ledger, clock, act);
    return last.kind === 'paused' && last.reason !== 'correction' ? ledger : resume(ledger, clock, act);
  }, stopped);
}

/** The pause that still lasts when the correction is answered. */
function pauseOf(ledger: Ledger): Pick<CaseFile, 'pausedAt' | 'pauseReason'> {
  const last = segmentsOf(ledger, 'promised').at(-1);
  const lasting = last?.kind === 'paused' && !last.to ? last : undefined;
  return { pausedAt: lasting?.from ?? null, pauseReason: lasting?.reason ?? null };
}

/** What was asked for or promised did not come: a correction, confirmed by an officer after the applicant's time, or an owed paper, by itself. */
export const lapse: Rule<{ reason?: string | undefined }> = (file, input, situation) =>
  file.state === 'correction' ? lapseCorrection(file, input, situation) : lapseOwing(file, input, situation);

const lapseCorrection: typeof lapse = (file, { reason = '' }, situation) => {
  const dueOn = file.correction?.dueOn ?? '';
  if (today(situation) <= dueOn) return refuse('too_early', { dueOn });
  const ledger = stop(file.ledger, 'supplement', clockAct(situation, 'lapse'));
  if (isRefusal(ledger)) return ledger;
  return { set: { state: 'lapsed', ledger, outcome: 'lapsed', endedAt: situation.now, pausedAt: null, pauseReason: null }, reason };
};
