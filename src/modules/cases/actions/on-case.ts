import type { Act, Action, Endpoint, Input } from '#kernel/endpoint.ts';
import { canonicalJson, parseHumanNumber, sha256 } from '#kernel/ids.ts';
import { type Facts, isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { addWorkdays, dayOf } from '#kernel/workdays.ts';
import { findItemVersion } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { centreZone } from '#modules/identity/index.ts';
import type { CaseState } from '../contract/types.ts';
import { legalTables } from '../legal-tables.ts';
import { closeTask, insertTask, listTasks, listTasksByNo, lockCase, type LogEntry, setCase } from '../queries/case.ts';
import type { CaseFile, StageTask } from '../rules/case-file.ts';
import { checkByOf } from '../rules/afterwards.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { inLane } from '../rules/green.ts';
import { heldBy } from '../rules/intake.ts';
import { isHeldByOther, mayAct, mayView } from '../rules/may-act.ts';
import { owedByOf } from '../rules/owing.ts';
import type { Change, Rule, Situation, TaskChange } from '../rules/situation.ts';
import { type ActName, ruleOf } from '../rules/states.ts';
import { asRead } from './agent.ts';

export type OnCase = { readonly caseNo: string; readonly version?: number };

/**
 * Every act on a case: lock it, see that it is this person's to act on, that nobody was faster, that the state allows it and nobody else holds it;
 * let the rule decide; then write the case, its stage tasks and its log entry together, and say what happened.
 */
export async function performAct<I>(
  act: Act,
  name: ActName,
  { input, rule }: { input: OnCase & I; rule: Rule<I> },
): Promise<CaseState | Refusal> {
  const caseNo = parseHumanNumber(input.caseNo) ?? input.caseNo;
  const [locked, tasks] = await Promise.all([lockCase(act.tx, caseNo), listTasksByNo(act.tx, caseNo)]);
  if (!locked) return refuse('not_found');
  const file = await asRead(act, locked);
  const situation = await situationOf(act, file, tasks);
  const refusal = whyNot(act, name, { file, situation, version: input.version });
  if (refusal) return refusal;
  const change = rule(file, input, situation);
  if (isRefusal(change)) return change;
  const after = await write(act, name, { file, change, situation });
  if (!after) return refuse('stale_version', { state: file.state, version: file.version });
  act.publish(`case_${pasts[name]}`, { caseNo: file.caseNo, seq: situation.seq, state: after.state, before: file.state });
  return { caseNo: file.caseNo, state: after.state, version: after.version };
}

/** An endpoint's action out of an act's rule. */
export function actBy<E extends Endpoint>(_endpoint: E, name: ActName, rule: Rule<never>): Action<E> {
  return (async (act: Act, input: Input<E>) =>
    performAct(act, name, { input: input, rule: rule as unknown as Rule<object> })) as unknown as Action<E>;
}

/** The office's own day, for lists over several places. */
export function todayIn(directory: Awaited<ReturnType<typeof getDirectory>>, now: Date): string {
  const home = directory.regions[0];
  return dayOf(now, home ? directory.zoneOf(home.code) : centreZone());
}

/** A request that waited for another on the same case began before that one ended; in the case's own time it comes after. */
function later(now: Date, touchedAt: Date): Date {
  return now > touchedAt ? now : touchedAt;
}

/** What a rule is told besides the case. Whoever has asked for the stage tasks already hands them over. */
export async function situationOf(act: Act, file: CaseFile, asked?: readonly StageTask[]): Promise<Situation> {
  const [item, directory, tasks] = await Promise.all([
    findItemVersion(act.tx, file.itemCode, file.itemVersion),
    getDirectory(act.tx),
    asked ?? listTasks(act.tx, file.caseId),
  ]);
  if (!item) throw new Error(`the item ${file.itemCode} version ${file.itemVersion} of case ${file.caseNo} is gone`);
  const calendar = directory.calendarOf(file.region);
  return {
    item: inLane(item, file),
    calendar,
    law: legalTables[item.jurisdiction],
    receivedOn: dayOf(file.receivedAt, calendar.zone),
    now: later(act.now, file.touchedAt),
    actor: act.actor,
    tasks,
    seq: file.lastSeq + 1,
  };
}

function whyNot(
  act: Act,
  name: ActName,
  { file, situation, version }: { file: CaseFile; situation: Situation; version: number | undefined },
): Refusal | undefined {
  const { actor, now } = act;
  if (!mayView(actor, file, situation.tasks)) return refuse('not_found');
  if (!mayAct(actor, name, file, situation.tasks)) return refuse('forbidden', { act: name });
  if (version !== undefined && version !== file.version) return refuse('stale_version', stateFacts(file));
  const rule = ruleOf(name);
  if (!rule.from.includes(file.state)) return refuse('wrong_stage', stateFacts(file));
  if ((rule.holding || name === 'claim') && isHeldByOther(actor, file, now))
    return refuse('held_by_another', { ...stateFacts(file), until: file.leasedUntil });
  return undefined;
}

function stateFacts(file: CaseFile): Facts {
  return { state: file.state, version: file.version, holder: file.holderName, changedAt: file.touchedAt };
}

/** The case as it stands after the change: due days follow from the ledger, an officer's act that wants the case in hand takes it. */
function after(file: CaseFile, name: ActName, { change, situation }: { change: Change; situation: Situation }): CaseFile {
  const { actor, now } = situation;
  const isTaken = ruleOf(name).holding && actor.kind === 'person';
  const next: CaseFile = { ...file, ...(isTaken ? heldBy(actor, now) : {}), ...change.set };
  return {
    ...next,
    ...deadlinesOf(next.state, next.ledger, { ...situation, item: inLane(situation.item, next) }),
    owedBy: owedByOf(next, situation),
    checkBy: checkByOf(next),
    touchedAt: situation.now,
  };
}

async function write(
  act: Act,
  name: ActName,
  { file, change, situation }: { file: CaseFile; change: Change; situation: Situation },
): Promise<CaseFile | undefined> {
  const next = after(file, name, { change, situation });
  const entry = logEntry(file, { act: name, change, situation, afterState: next.state });
  if ((await setCase(act.tx, next, entry)) !== 1) return undefined;
  for (const task of change.tasks ?? []) await writeTask(act, { file, task, situation });
  return { ...next, version: file.version + 1 };
}

/** One link of the chain: the hash covers everything the entry says and the hash before it. */
export function logEntry(
  file: Pick<CaseFile, 'caseNo' | 'lastHash' | 'state'>,
  {
    act,
    change,
    situation,
    afterState,
  }: { act: string; change: Pick<Change, 'reason' | 'detail'>; situation: Pick<Situation, 'now' | 'actor' | 'seq'>; afterState: string },
): LogEntry {
  const entry = {
    seq: situation.seq,
    act,
    at: situation.now,
    actorId: situation.actor.personId ?? null,
    actorName: situation.actor.name,
    beforeState: situation.seq === 1 ? null : file.state,
    afterState,
    reason: change.reason || null,
    detail: change.detail ?? {},
  };
  return { ...entry, hash: linkHash(file.caseNo, file.lastHash, entry) };
}

export function linkHash(caseNo: string, before: string, entry: Omit<LogEntry, 'hash'>): string {
  return sha256(`${before}\n${caseNo}\n${canonicalJson(entry)}`);
}

/** Whether the log is unbroken and ends where its case says. */
export function isWholeChain(caseNo: string, log: readonly LogEntry[], end: { lastSeq: number; lastHash: string }): boolean {
  let before = '';
  for (const [index, { hash, ...entry }] of log.entries()) {
    if (entry.seq !== index + 1 || linkHash(caseNo, before, entry) !== hash) return false;
    before = hash;
  }
  return log.length === end.lastSeq && before === end.lastHash;
}

async function writeTask(act: Act, { file, task, situation }: { file: CaseFile; task: TaskChange; situation: Situation }): Promise<void> {
  if ('open' in task) {
    const { limit, unitCode, ...rest } = task.open;
    const dueOn = limit === undefined ? null : addWorkdays(situation.calendar, dayOf(act.now, situation.calendar.zone), limit);
    return insertTask(act.tx, file.caseId, {
      ...rest,
      unitCode: unitCode === 'window' ? file.intakeUnit : unitCode,
      dueOn,
      openedAt: act.now,
    });
  }
  const by = { at: act.now, by: act.actor.personId ?? null, byName: act.actor.name };
  if ('done' in task) return closeTask(act.tx, file.caseId, { ...task.done, state: 'done', ...by });
  return closeTask(act.tx, file.caseId, { taskKey: task.skip.taskKey, state: 'skipped', outcome: null, opinion: null, ...by });
}

/** Facts are past tense: `case_accepted`. */
const pasts: Record<ActName, string> = {
  claim: 'claimed',
  release: 'released',
  accept: 'accepted',
  'accept-tolerated': 'accepted',
  'refuse-intake': 'not_accepted',
  'ask-correction': 'correction_asked',
  'answer-correction': 'correction_answered',
  supply: 'paper_supplied',
  lapse: 'lapsed',
  'finish-stage': 'stage_finished',
  'ask-opinion': 'opinion_asked',
  'pause-clock': 'clock_paused',
  'resume-clock': 'clock_resumed',
  extend: 'extended',
  propose: 'decision_drafted',
  'send-back': 'sent_back',
  sign: 'decided',
  'decide-by-rule': 'decided',
  'leave-to-person': 'left_to_person',
  'decide-by-silence': 'decided',
  withdraw: 'withdrawn',
  reopen: 'reopened',
  serve: 'served',
  close: 'closed',
  rate: 'rated',
  apologise: 'apologised',
  remind: 'reminded',
  'open-green': 'greened',
  'take-silence': 'silence_taken',
  merge: 'merged',
  'take-in': 'taken_in',
  'hand-over': 'handed_over',
  'check-later': 'checked_later',
  revoke: 'revoked',
  'remind-owed': 'owing_reminded',
  recompute: 'recomputed',
};
