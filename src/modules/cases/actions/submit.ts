import type { Act, Action } from '#kernel/endpoint.ts';
import { newHumanNumber, newId } from '#kernel/ids.ts';
import { invalid, isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { checkAnswers, checkSlots, findItem, findItemInForce, type Item } from '#modules/catalogue/index.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import { findPerson, hasMandate } from '#modules/identity/index.ts';
import type * as contract from '../contract/apply.ts';
import type { Delivery, Slots } from '../contract/types.ts';
import { legalTables } from '../legal-tables.ts';
import { sendCase } from '../queries/case.ts';
import { lockDraft, setDraftSent } from '../queries/draft.ts';
import { findCaseState } from '../queries/lists.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { emptyLedger, start } from '../rules/clock.ts';
import { namedCredentials } from '../rules/credentials.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { fileIdsIn, usesDeclaration } from '../rules/papers.ts';
import { logEntry } from './on-case.ts';
import { refuseDeclaring } from './declaring.ts';
import { whyNoItem, whyNotTaken } from './taken.ts';
import { refuseUnusable } from './usable-files.ts';

type Application = {
  itemCode: string;
  itemVersion?: number;
  answers: Readonly<Record<string, unknown>>;
  slots: Slots;
  delivery: Delivery;
  onBehalfOf: string | null;
  channel: string;
};
type Receipt = { caseNo: string; state: 'submitted'; version: number; receivedAt: string };

export const submit: Action<typeof contract.submit> = async (act, input) => {
  const application = {
    ...input,
    slots: input.slots ?? {},
    delivery: input.delivery ?? {},
    onBehalfOf: input.onBehalfOf ?? null,
    channel: input.channel ?? 'online',
  };
  return file(act, application) as never;
};

/** A draft is sent once: pressed again, or retried by the network, it answers with the case it became. A person gets a receipt to keep; a program has the answer. */
export const submitDraft: Action<typeof contract.submitDraft> = async (act, { draftId }) => {
  const draft = await lockDraft(act.tx, draftId, act.actor.personId ?? '');
  if (!draft) return refuse('not_found');
  if (draft.sentCaseNo) {
    const sent = await findCaseState(act.tx, draft.sentCaseNo);
    return sent ? { ...sent, receivedAt: sent.receivedAt.toISOString() } : refuse('not_found');
  }
  const item = await findItem(act.tx, draft.itemCode, act.now);
  const known = Object.fromEntries(
    Object.entries(draft.answers).filter(([key]) => item?.questions.some((question) => question.key === key)),
  );
  const receipt = await file(act, { ...draft, answers: known });
  if (!isRefusal(receipt)) {
    await setDraftSent(act.tx, draftId, receipt.caseNo);
    act.publish('receipt_wanted', { caseNo: receipt.caseNo, seq: 1 });
  }
  return receipt as never;
};

/** Everything is looked at again at this instant, whatever the open tab believed: item, answers, papers, channel, mandate. What needs the database is asked together. */
async function file(act: Act, application: Application): Promise<Receipt | Refusal> {
  const item = await findItemInForce(act.tx, application.itemCode, act.now);
  if (!item) return whyNoItem(act, application);
  const checked = checkApplication(item, application, act.now);
  if (isRefusal(checked)) return checked;
  const agentId = act.actor.personId ?? '';
  const [closed, mandated, unusable, undeclarable, applicant, directory] = await Promise.all([
    whyNotTaken(act, { item, channel: application.channel }),
    application.onBehalfOf ? hasMandate(act.tx, { agentId, principalId: application.onBehalfOf, itemCode: item.code, at: act.now }) : true,
    refuseUnusable(act, fileIdsIn(application.slots)),
    usesDeclaration(application.slots)
      ? refuseDeclaring(act, { personId: agentId, onBehalfOf: application.onBehalfOf, documents: [] })
      : undefined,
    findPerson(act.tx, application.onBehalfOf ?? agentId),
    getDirectory(act.tx),
  ]);
  if (closed) return closed;
  if (!mandated) return refuse('no_mandate');
  if (unusable) return unusable;
  if (undeclarable) return undeclarable;
  if (!applicant) throw new Error('somebody who is signed in, or gave a mandate, is nobody');
  return write(act, { item, application: { ...application, answers: checked }, applicant, directory });
}

function checkApplication(item: Item, { answers, slots }: Application, now: Date): Readonly<Record<string, unknown>> | Refusal {
  const form = checkAnswers(item, answers, { today: dayOf(now, zoneByJurisdiction[item.jurisdiction]) });
  const papers = checkSlots(item, form.answers, { slots: slots as never });
  const problems = [
    ...form.problems.map((problem) => ({ ...problem, path: `answers.${problem.path}` })),
    ...namedCredentials(slots),
    ...(form.problems.length > 0 ? [] : papers.map(({ slot, code, facts }) => ({ path: `slots.${slot}`, code, facts }))),
  ];
  return problems.length > 0 ? invalid(problems) : form.answers;
}

const zoneByJurisdiction = { CN: 'Asia/Shanghai', VN: 'Asia/Ho_Chi_Minh' } as const;

type Filing = { item: Item; application: Application; applicant: { personId: string; name: string; phone: string }; directory: Directory };

function write(act: Act, { item, application, applicant, directory }: Filing): Receipt {
  const region = directory.regionOf(item.unit);
  const calendar = directory.calendarOf(region);
  const caseNo = newHumanNumber(directory.prefixOf(region));
  const counting = { item, calendar, law: legalTables[item.jurisdiction], receivedOn: dayOf(act.now, calendar.zone) };
  const ledger = start(emptyLedger, 'intake', { at: act.now, reason: 'submit', actionSeq: 1 });
  if (isRefusal(ledger)) throw new Error('an empty ledger refused to start');
  const entry = logEntry(
    { caseNo, lastHash: '', state: 'submitted' },
    {
      act: 'submit',
      change: { detail: { channel: application.channel, answers: application.answers, slots: application.slots } },
      situation: { now: act.now, actor: act.actor, seq: 1 },
      afterState: 'submitted',
    },
  );
  const row: CaseFile = {
    ...blank,
    caseId: newId(),
    caseNo,
    region,
    itemCode: item.code,
    itemVersion: item.version,
    itemName: item.name,
    unitCode: item.unit,
    intakeUnit: directory.windowUnitOf(region),
    channel: application.channel,
    applicantId: applicant.personId,
    agentId: application.onBehalfOf ? (act.actor.personId ?? null) : null,
    applicantName: applicant.name,
    applicantPhone: applicant.phone,
    phoneLast4: applicant.phone.replace(/\D/g, '').slice(-4),
    language: act.language,
    answers: application.answers,
    slots: application.slots,
    delivery: application.delivery,
    ledger,
    receivedAt: act.now,
    touchedAt: act.now,
    ...deadlinesOf('submitted', ledger, counting),
    lastSeq: 1,
    lastHash: entry.hash,
  };
  sendCase(act.tx, row, entry);
  act.publish('case_submitted', { caseNo, seq: 1, state: 'submitted', before: null });
  return { caseNo, state: 'submitted', version: 1, receivedAt: act.now.toISOString() };
}

const blank = {
  state: 'submitted',
  lane: 'normal',
  version: 1,
  holderId: null,
  holderName: null,
  leasedUntil: null,
  plan: null,
  correction: null,
  decision: null,
  acceptedAt: null,
  decidedAt: null,
  endedAt: null,
  statutoryBy: null,
  promisedBy: null,
  dueOn: null,
  pausedAt: null,
  pauseReason: null,
  outcome: null,
  marks: {},
  owedBy: null,
  checkBy: null,
} as const;
