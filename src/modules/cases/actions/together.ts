import type { Action } from '#kernel/endpoint.ts';
import { newId, parseHumanNumber } from '#kernel/ids.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type * as contract from '../contract/together.ts';
import { findCase } from '../queries/case.ts';
import { insertMessage, listCaseMessages, type MessageRow, setPresence } from '../queries/lists.ts';
import { isApplicantSide } from '../rules/may-act.ts';
import { endStates } from '../rules/states.ts';
import * as acts from './acts.ts';
import { viewCase } from './read.ts';
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

const doOne = { claim: acts.claim, release: acts.release, accept: acts.accept, 'hand-over': acts.handOver } as const;

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
