import type { Act } from '#kernel/endpoint.ts';
import type { Fact, Reaction } from '#kernel/module.ts';
import type { Day } from '#kernel/workdays.ts';
import { agentNow } from '#modules/cases/index.ts';
import type { ParcelBooked } from '#modules/delivery/facts.ts';
import { type AboutCase, aboutCase, contactOf, factsOf, unitOf } from '../about-case.ts';
import type { NoticeKind } from '../locales/index.ts';
import { tell } from '../tell.ts';

type CaseFact = { readonly caseNo: string; readonly seq?: number };
/** What the applicant's side is told of an act, and by when somebody has to do something about it. */
type Line = {
  readonly kind: NoticeKind | ((about: AboutCase) => NoticeKind | undefined);
  readonly by?: (about: AboutCase) => Day | null | undefined;
  readonly readerActs?: true;
  /** Where the fact itself says what the act's log does not. */
  readonly reason?: (fact: Fact) => string;
};

const finishBy = ({ file }: AboutCase) => file.promisedBy ?? file.statutoryBy ?? file.dueOn;

const lines: Readonly<Record<string, Line>> = {
  case_submitted: { kind: 'submitted', by: ({ file }) => (file.state === 'submitted' ? file.dueOn : null) },
  case_accepted: { kind: acceptedAs, by: finishBy },
  case_not_accepted: { kind: 'notAccepted' },
  case_correction_asked: { kind: 'correction', by: ({ file }) => file.correction?.dueOn, readerActs: true },
  case_clock_paused: { kind: 'paused' },
  case_clock_resumed: { kind: 'resumed', by: finishBy },
  case_extended: { kind: 'extended', by: finishBy },
  case_apologised: { kind: 'apologised', by: ({ entry }) => entry?.detail['on'] as Day | undefined },
  case_decided: { kind: decidedAs },
  case_served: { kind: 'served' },
  case_reopened: { kind: 'reopened', by: finishBy },
  case_greened: { kind: 'greened', by: ({ file }) => (file.acceptedAt ? finishBy({ file } as AboutCase) : null) },
  case_merged: { kind: 'merged' },
  case_lapsed: { kind: ({ entry }) => (entry?.detail['broken'] ? 'owingLapsed' : 'lapsed') },
  case_owing_reminded: {
    kind: ({ entry }) => (entry?.detail['broken'] ? 'owingBroken' : 'owingDue'),
    by: ({ file }) => file.owedBy,
    readerActs: true,
  },
  case_revoked: { kind: 'revoked' },
  case_withdrawn: { kind: 'withdrawn' },
};

function decidedAs({ entry }: AboutCase): NoticeKind | undefined {
  if (entry?.detail['implied']) return entry.detail['outcome'] === 'approved' ? 'impliedApproved' : 'impliedRefused';
  if (Array.isArray(entry?.detail['owed'])) return 'approvedOwing';
  return entry?.detail['outcome'] as 'approved' | 'refused' | 'partly' | 'terminated' | undefined;
}

function acceptedAs({ entry }: AboutCase): NoticeKind {
  if (entry?.detail['deemed']) return 'deemed';
  return Array.isArray(entry?.detail['owed']) && entry.detail['owed'].length > 0 ? 'acceptedOwing' : 'accepted';
}

/** Whoever acts for somebody is told while the mandate lasts, and so is always the person concerned. */
async function tellApplicants(act: Act, fact: Fact, line: Line): Promise<void> {
  const about = await aboutCase(act, fact.payload as CaseFact);
  const kind = about && (typeof line.kind === 'function' ? line.kind(about) : line.kind);
  if (!about || !kind) return;
  const { applicantId } = about.file;
  const agentId = await agentNow(act, about.file);
  const telling = tellingOf(fact, about, {
    kind,
    by: line.by?.(about),
    side: 'applicant',
    readerActs: line.readerActs,
    reason: line.reason?.(fact),
  });
  const isFor = kind === 'submitted' && about.file.agentId !== null;
  if (agentId) await tell(act, [agentId], telling);
  await tell(act, [applicantId], isFor ? { ...telling, kind: 'submittedFor' } : telling);
}

type Choice = {
  kind: NoticeKind;
  by?: Day | null | undefined;
  side: 'applicant' | 'office';
  readerActs?: boolean | undefined;
  reason?: string | undefined;
};

function tellingOf(fact: Fact, about: AboutCase, { kind, by, side, readerActs, reason }: Choice) {
  const { file, directory } = about;
  return {
    source: `fact:${fact.factId}`,
    kind,
    caseNo: file.caseNo,
    link: side === 'office' ? `/desk/cases/${file.caseNo}` : `/my/cases/${file.caseNo}`,
    at: fact.at,
    zone: directory.zoneOf(file.region),
    actBy: readerActs && by ? by : undefined,
    facts: (language) => ({ ...factsOf(about, by, language), ...(reason ? { reason } : {}) }),
    ...(side === 'applicant' ? { contact: (language) => contactOf(about, language) } : {}),
  } satisfies Parameters<typeof tell>[2];
}

/** The officer who has it in hand; nobody has: the head of the unit, so that it reaches somebody. */
async function tellOffice(act: Act, fact: Fact, kind: NoticeKind): Promise<void> {
  const about = await aboutCase(act, fact.payload as CaseFact);
  if (!about) return;
  const { file, entry, directory } = about;
  const reader = file.holderId ?? (kind === 'handedOver' || kind === 'takenBack' ? undefined : directory.headOf(unitOf(about))?.personId);
  if (!reader || reader === entry?.actorId) return;
  await tell(act, [reader], tellingOf(fact, about, { kind, by: file.dueOn, side: 'office', readerActs: kind === 'reminded' }));
}

/** 逾期: where the law has decided or accepted in the office's place, the head of the unit and the heads of supervision learn of it. */
async function alarm(act: Act, fact: Fact): Promise<void> {
  const about = await aboutCase(act, fact.payload as CaseFact);
  if (!about?.entry?.detail['implied'] && !about?.entry?.detail['deemed']) return;
  const { directory, file } = about;
  const [top = ''] = file.intakeUnit.split('/');
  const readers = [directory.headOf(unitOf(about)), directory.headOf(`${top}/supervision`), directory.headOf(top)].map(
    (one) => one?.personId,
  );
  await tell(act, [...new Set(readers)], {
    ...tellingOf(fact, about, { kind: 'alarmSilence', side: 'office' }),
    source: `alarm:${fact.factId}`,
  });
}

const alarms = ['case_decided', 'case_accepted'].map(
  (kind): Reaction => ({ on: `cases.${kind}`, name: `alarm-${kind}`, run: (job, fact) => job.transaction((act) => alarm(act, fact)) }),
);

function inOffice(fact: string, kind: NoticeKind): Reaction {
  return { on: `cases.${fact}`, name: `tell-office-${kind}`, run: (job, given) => job.transaction((act) => tellOffice(act, given, kind)) };
}

const message: Reaction = {
  on: 'cases.message_written',
  name: 'tell-message',
  run: (job, fact) =>
    job.transaction((act) =>
      fact.payload['fromOffice'] ? tellApplicants(act, fact, { kind: 'fromOffice' }) : tellOffice(act, fact, 'fromApplicant'),
    ),
};

const parcel: Reaction = {
  on: 'delivery.parcel_booked',
  name: 'tell-parcel',
  run: (job, fact) =>
    job.transaction((act) => tellApplicants(act, fact, { kind: 'parcel', reason: ({ payload }) => (payload as ParcelBooked).trackingNo })),
};

export const caseReactions: readonly Reaction[] = [
  ...Object.entries(lines).map(
    ([fact, line]): Reaction => ({
      on: `cases.${fact}`,
      name: `tell-${fact}`,
      run: (job, given) => job.transaction((act) => tellApplicants(act, given, line)),
    }),
  ),
  inOffice('case_correction_answered', 'answered'),
  inOffice('case_paper_supplied', 'supplied'),
  inOffice('case_withdrawn', 'takenBack'),
  inOffice('case_reminded', 'reminded'),
  inOffice('case_handed_over', 'handedOver'),
  ...alarms,
  message,
  parcel,
];
