import { type Actor, isWithin } from '#kernel/actor.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { isId, parseHumanNumber } from '#kernel/ids.ts';
import { isLanguage, textIn } from '#kernel/locale.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { countWorkdays, dayOf, isDay } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { openIssued } from '#modules/documents/index.ts';
import type * as contract from '../contract/read.ts';
import { views } from '../contract/read.ts';
import { findCase, listCourseByNo, listTasksByNo } from '../queries/case.ts';
import { listOfPerson } from '../queries/lists.ts';
import { countWork, type ListedCase, listWork, positionOf, type WorkFilter } from '../queries/work.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { explain } from '../rules/clock.ts';
import { clockRule } from '../rules/deadlines.ts';
import { mayAct, mayView } from '../rules/may-act.ts';
import type { Situation } from '../rules/situation.ts';
import { type ActName, acts, openStates, ruleOf } from '../rules/states.ts';
import { actedFor, asRead } from './agent.ts';
import { logLook } from './look.ts';
import { situationOf, todayIn } from './on-case.ts';
import { knownUnits, reachOf } from './reach.ts';

const mostCounted = 1000;

/** What the reader may see at all, narrowed by a view. */
export async function workFilter(act: Act, view: (typeof views)[number], today: string): Promise<WorkFilter> {
  const { actor, now } = act;
  const reach = await reachOf(act);
  const byView: Record<typeof view, Partial<WorkFilter>> = {
    all: {},
    mine: { holder: actor.personId ?? '' },
    unclaimed: { unclaimed: true, claimedAfter: now },
    'due-today': { dueOn: today },
    overdue: { dueBefore: today, paused: false },
    paused: { paused: true },
    opinions: { states: ['review'], reach: { taskUnits: reach.taskUnits ?? [] } },
    deciding: { states: ['deciding'] },
    deliver: { states: ['decided'] },
    'to-verify': { states: ['decided', 'served', 'closed'], toCheck: true },
  };
  return { reach, states: openStates, ...byView[view] };
}

export const listCases: Action<typeof contract.listCases> = async (act, input) => {
  const limit = input.limit ?? 50;
  const after = input.cursor === undefined ? undefined : parseCursor(input.cursor);
  if (input.cursor !== undefined && !after) return refuse('bad_cursor');
  const directory = await getDirectory(act.tx);
  const today = todayIn(directory, act.now);
  const filter = await narrowed(await workFilter(act, input.view ?? 'all', today), act, input);
  const rows = await listWork(act.tx, filter, { after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => workRow(row, act, today, directory)),
    nextCursor: rows.length > limit && last ? formatCursor(positionOf(last)) : null,
  };
};

type Listing = Parameters<typeof listCases>[1];

/** Asking for a unit narrows what the reader sees to it and what lies below; it never shows more. */
async function narrowed(filter: WorkFilter, act: Act, { state, unit, holder, item, q }: Listing): Promise<WorkFilter> {
  return {
    ...filter,
    ...(state ? { states: [state] } : {}),
    ...(unit ? { within: [...new Set([unit, ...(await knownUnits(act)).filter((known) => isWithin(known, unit))])] } : {}),
    ...heldBy(holder, act),
    ...(item ? { item } : {}),
    ...(q ? { search: parseHumanNumber(q) ?? q } : {}),
  };
}

function heldBy(holder: string | undefined, act: Act): Partial<WorkFilter> {
  if (holder === 'me') return { holder: act.actor.personId ?? '' };
  if (holder === 'none') return { unclaimed: true, claimedAfter: act.now };
  return holder && isId(holder) ? { holder } : {};
}

type Directory = Awaited<ReturnType<typeof getDirectory>>;

export function workRow(row: ListedCase, act: Act, today: string, directory: Directory): contract.WorkRow {
  const daysLeft = row.dueOn ? countWorkdays(directory.calendarOf(row.region), today, row.dueOn) : null;
  return {
    caseNo: row.caseNo,
    itemCode: row.itemCode,
    itemName: textIn(row.itemName, act.language),
    applicantName: row.applicantName,
    state: row.state,
    lane: row.lane,
    stage: row.stage,
    unitCode: row.unitCode,
    holderName: row.holderName,
    dueOn: row.dueOn,
    daysLeft: row.dueOn && row.dueOn < today && daysLeft === 0 ? -1 : daysLeft,
    pauseReason: row.pauseReason,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    version: row.version,
  };
}

/** A cursor is the position itself, readable on purpose: it grants nothing. */
function formatCursor({ dueOn, caseId }: { dueOn: string; caseId: string }): string {
  return `${dueOn}_${caseId}`;
}
function parseCursor(cursor: string): { dueOn: string; caseId: string } | undefined {
  const [, dueOn, caseId] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  return dueOn && caseId && isDay(dueOn) && isId(caseId) ? { dueOn, caseId } : undefined;
}

export const countViews: Action<typeof contract.countViews> = async (act) => {
  const today = todayIn(await getDirectory(act.tx), act.now);
  const counts = await Promise.all(views.map(async (view) => countWork(act.tx, await workFilter(act, view, today), mostCounted)));
  return Object.fromEntries(views.map((view, index) => [view, counts[index] ?? 0]));
};

export const listMine: Action<typeof contract.listMine> = async (act, { limit = 50, cursor }) => {
  const [, at, caseId] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  if (cursor !== undefined && !(at && caseId && isId(caseId))) return refuse('bad_cursor');
  const rows = await listOfPerson(act.tx, await actedFor(act), {
    before: at && caseId ? { receivedAt: new Date(Number(at)), caseId } : undefined,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ caseId: _, ...row }) => ({
      ...row,
      itemName: textIn(row.itemName, act.language),
      receivedAt: row.receivedAt.toISOString(),
    })),
    nextCursor: rows.length > limit && last ? `${last.receivedAt.getTime()}_${last.caseId}` : null,
  };
};

/** The case with everything a decision needs; not found for whoever may not see it. Every way to its contents leads through here, and leaves the look in the log. */
export async function viewCase(act: Act, caseNo: string): Promise<{ file: CaseFile; situation: Situation } | undefined> {
  const found = await findCase(act.tx, parseHumanNumber(caseNo) ?? caseNo);
  if (!found) return undefined;
  const file = await asRead(act, found);
  const situation = await situationOf(act, file);
  if (!mayView(act.actor, file, situation.tasks)) return undefined;
  logLook(act, file, 'case');
  return { file, situation };
}

export const getCase: Action<typeof contract.getCase> = async (act, input) => {
  const caseNo = parseHumanNumber(input.caseNo) ?? input.caseNo;
  const [found, tasks, log] = await Promise.all([findCase(act.tx, caseNo), listTasksByNo(act.tx, caseNo), listCourseByNo(act.tx, caseNo)]);
  if (!found) return refuse('not_found');
  const file = await asRead(act, found);
  const situation = await situationOf(act, file, tasks);
  if (!mayView(act.actor, file, situation.tasks)) return refuse('not_found');
  logLook(act, file, 'case');
  return toCaseView(file, { situation, log, act });
};

type Seen = { situation: Situation; log: Awaited<ReturnType<typeof listCourseByNo>>; act: Act };
const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

function toCaseView(file: CaseFile, { situation, log, act }: Seen): contract.CaseView {
  const { caseNo, state, version, lane, itemCode, itemVersion, channel, unitCode, answers, slots, delivery, outcome, decision } = file;
  const asStored = { caseNo, state, version, lane, itemCode, itemVersion, channel, unitCode, answers, slots, delivery, outcome, decision };
  return {
    ...asStored,
    itemName: textIn(file.itemName, act.language),
    applicant: { personId: file.applicantId, name: file.applicantName, phone: file.applicantPhone, agentId: file.agentId },
    holder: file.holderId ? { personId: file.holderId, name: file.holderName ?? '', until: iso(file.leasedUntil) } : null,
    receivedAt: file.receivedAt.toISOString(),
    acceptedAt: iso(file.acceptedAt),
    decidedAt: iso(file.decidedAt),
    clock: clockOf(file),
    correction: file.correction ? { ...file.correction, flags: [...file.correction.flags] } : null,
    stages: situation.tasks.map(({ taskKey, openedAt: _, doneBy: __, doneAt, ...task }) => ({
      ...task,
      key: taskKey,
      doneAt: iso(doneAt),
    })),
    actions: log.map((entry) => ({
      seq: entry.seq,
      act: entry.act,
      at: entry.at.toISOString(),
      actor: entry.actorName,
      reason: entry.reason,
      before: entry.beforeState,
      after: entry.afterState,
      hash: entry.hash,
    })),
    mayDo: actsNow(act.actor, file, situation),
  };
}

function clockOf({
  statutoryBy,
  promisedBy,
  dueOn,
  pausedAt,
  endedAt,
  decidedAt,
  pauseReason,
  ledger,
}: CaseFile): contract.CaseView['clock'] {
  const segments = ledger.segments.map(({ clock, kind, from, to, reason }) => ({
    clock,
    kind,
    from: from.toISOString(),
    to: iso(to),
    reason,
  }));
  return { statutoryBy, promisedBy, dueOn, running: pausedAt === null && endedAt === null && decidedAt === null, pauseReason, segments };
}

/** What this person may do to the case as it stands: the buttons of the desk. */
export function actsNow(actor: Actor, file: CaseFile, situation: Pick<Situation, 'tasks'>): ActName[] {
  return (Object.keys(acts) as ActName[]).filter(
    (name) => ruleOf(name).from.includes(file.state) && mayAct(actor, name, file, situation.tasks),
  );
}

export const decisionPdf: Action<typeof contract.decisionPdf> = async (act, { caseNo }) => {
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  const file = await openIssued(act, seen.file.caseNo, 'decision');
  return isRefusal(file) ? refuse(seen.file.decision?.signedAt ? 'not_ready' : 'not_found') : file;
};

const lawsByClock = {
  promised: ['counting', 'not-counted', 'cut-off'],
  statutory: ['counting', 'decide', 'not-counted', 'cut-off'],
  intake: ['counting', 'correction-notice', 'return-for-supplement'],
  supplement: ['supplement'],
  delivery: ['counting', 'deliver'],
} as const;

export const explainClock: Action<typeof contract.explainClock> = async (act, { caseNo, clock }) => {
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  const { file, situation } = seen;
  const rule = clockRule(clock, situation);
  if (!rule || !file.ledger.segments.some((segment) => segment.clock === clock)) return refuse('no_such_clock', { clock });
  const { dueOn, days, provisional } = explain(file.ledger, rule, dayOf(act.now, situation.calendar.zone));
  const language = isLanguage(act.language) ? act.language : 'zh-Hans';
  return {
    dueOn: dueOn ?? null,
    provisional,
    limit: { days: rule.limit.days, unit: rule.limit.unit },
    law: situation.law.rules
      .filter(
        (one) =>
          (lawsByClock[clock] as readonly string[]).includes(one.rule) &&
          one.validFrom <= situation.receivedOn &&
          (!one.validTo || situation.receivedOn <= one.validTo),
      )
      .map(({ rule: name, law, article }) => ({ rule: name, law, article })),
    days: days.map(({ on, counted, number, why, reason, name }) => ({
      on,
      counted,
      number: number ?? null,
      why,
      reason: reason ?? null,
      name: name ? textIn(name, language) : null,
    })),
  };
};
