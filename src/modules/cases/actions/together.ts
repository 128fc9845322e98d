import { hasRole } from '#kernel/actor.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { newId, parseHumanNumber } from '#kernel/ids.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type * as contract from '../contract/together.ts';
import { findCase } from '../queries/case.ts';
import { insertMessage, listCaseMessages, type MessageRow, setPresence } from '../queries/lists.ts';
import { isApplicantSide } from '../rules/may-act.ts';
import { endStates, rolesOf } from '../rules/states.ts';
import { taskByKey } from '#modules/catalogue/index.ts';
import * as acts from './acts.ts';
import { viewCase } from './read.ts';
import { remind } from './remind.ts';
import { refuseUnusable } from './usable-files.ts';

/** Cases are locked in the order of their numbers, so that two batches never wait for each other in a ring. */
export const batch: Action<typeof contract.batch> = async (act, input) => {
  const results: { caseNo: string; done: boolean; code: string | null; state: string | null; version: number | null }[] = [];
  const inOrder = [...new Map(input.cases.map((one) => [parseHumanNumber(one.caseNo) ?? one.caseNo, one])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  for (const [caseNo, { version }] of inOrder) {
    const one = {
      caseNo,
      ...(version === undefined ? {} : { version }),
      ...(input.toPersonId ? { toPersonId: input.toPersonId } : {}),
      ...(input.reason ? { reason: input.reason } : {}),
    };
    const done = await doOne[input.act](act, one as never);
    results.push(
      isRefusal(done)
        ? { caseNo, done: false, code: done.refused, state: null, version: null }
        : { caseNo, done: true, code: null, state: done.state, version: done.version },
    );
  }
  const at = (caseNo: string) => input.cases.findIndex((one) => (parseHumanNumber(one.caseNo) ?? one.caseNo) === caseNo);
  return { results: results.sort((a, b) => at(a.caseNo) - at(b.caseNo)) };
};

type One = { caseNo: string; version?: number; reason?: string };

/** One's own stage of each, passed with one opinion: only where there is a single one, and a second officer is not needed. */
async function finishOwn(act: Act, { caseNo, version, reason = '' }: One) {
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  const { file, situation } = seen;
  const open = situation.tasks.filter(({ state, unitCode }) => state === 'open' && hasRole(act.actor, rolesOf('finish-stage'), unitCode));
  const [own] = open;
  const planned = own && taskByKey(file.plan ?? [], own.taskKey);
  if (!own || open.length > 1 || (planned?.officers ?? 1) > 1) return refuse('look_at_it');
  if (reason.trim() === '') return refuse('reason_needed');
  const input = { caseNo, version: version ?? file.version, stage: own.taskKey, opinion: reason, outcome: 'pass' as const };
  return acts.finishStage(act, input);
}

/** Approvals only: who refuses looks at each. */
async function signApproval(act: Act, { caseNo, version }: One) {
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  if (seen.file.decision && seen.file.decision.outcome !== 'approved') return refuse('look_at_it');
  return acts.sign(act, { caseNo, version: version ?? seen.file.version });
}

const doOne = {
  claim: acts.claim,
  release: acts.release,
  accept: acts.accept,
  'finish-stage': finishOwn,
  sign: signApproval,
  remind,
  'hand-over': acts.handOver,
} as const;

const toMessage = ({ authorName, at, ...message }: MessageRow) => ({ ...message, at: at.toISOString(), author: authorName });

export const listMessages: Action<typeof contract.listMessages> = async (act, { caseNo }) => {
  const seen = await viewCase(act, caseNo);
  return seen ? { rows: (await listCaseMessages(act.tx, seen.file.caseId)).map(toMessage) } : refuse('not_found');
};

export const writeMessage: Action<typeof contract.writeMessage> = async (act, { caseNo, body, fileIds = [] }) => {
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  if (endStates.includes(seen.file.state) && seen.file.state !== 'closed') return refuse('ended', { state: seen.file.state });
  const unusable = await refuseUnusable(act, fileIds);
  if (unusable) return unusable;
  const message: MessageRow = {
    messageId: newId(),
    at: act.now,
    fromOffice: !isApplicantSide(act.actor, seen.file),
    authorName: act.actor.name,
    body,
    fileIds: [...fileIds],
  };
  await insertMessage(act.tx, { ...message, caseId: seen.file.caseId, authorId: act.actor.personId ?? null });
  act.publish('message_written', { caseNo: seen.file.caseNo, fromOffice: message.fromOffice, messageId: message.messageId });
  return toMessage(message);
};

export const beHere: Action<typeof contract.beHere> = async (act, { caseNo }) => {
  const file = await findCase(act.tx, parseHumanNumber(caseNo) ?? caseNo);
  if (!file || !(await viewCase(act, caseNo))) return refuse('not_found');
  return {
    others: await setPresence(act.tx, { caseId: file.caseId, personId: act.actor.personId ?? '', name: act.actor.name, at: act.now }),
  };
};
