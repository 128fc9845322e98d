import type { Text } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';
import type { ItemLimit, Plan } from '#modules/catalogue/index.ts';
import type { Delivery, Flag, Slots } from '../contract/types.ts';
import type { Ledger } from './clock.ts';
import type { State } from './states.ts';

/** A round of putting things right 补正: everything at once, answered once. `from` is the state it came from and goes back to. */
export type Correction = {
  readonly from: 'submitted' | 'review';
  readonly askedAt: string;
  readonly askedBy: string;
  readonly dueOn: Day;
  readonly note: string;
  readonly flags: readonly Flag[];
  readonly round: number;
};

export const outcomes = ['approved', 'refused', 'partly', 'terminated'] as const;
export type DecisionOutcome = (typeof outcomes)[number];

/** Drafted by one, signed by another; an earlier one that was reopened is kept under `earlier`. */
export type Decision = {
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly draftedBy: string;
  readonly draftedByName: string;
  readonly draftedAt: string;
  readonly signedBy?: string;
  readonly signedByName?: string;
  readonly signedAt?: string;
  readonly onTime?: boolean;
  readonly validUntil?: Day;
  readonly earlier?: Decision;
  /** 撤销: taken back after it was given out. The reason stands in the log. */
  readonly revokedAt?: string;
  /** By a published rule without a person 审查零人工; or by silence, because the limit has passed 视为准予. */
  readonly byRule?: true;
  readonly implied?: true;
};

/** 事后核查: something taken on trust is looked at after the decision: a declaration in the place of a paper (`slots.key`), or a `decision` by rule. */
export type LaterCheck = {
  readonly what: string;
  readonly by: Day;
  readonly doneAt?: string;
  readonly byName?: string;
  readonly result?: 'right' | 'wrong';
};

/** What a published rule made of a case: the version of the item it stands in, all that it saw, and the doubts that left it to a person. */
export type RuleMark = {
  readonly result: 'approved' | 'person';
  readonly version: number;
  readonly saw: Readonly<Record<string, unknown>>;
  readonly doubts?: readonly string[];
};

/** Flags beside the state, with what belongs to them. */
export type Marks = {
  /** For which day the applicant was reminded of owed papers, and for which day it was noted that they did not come. */
  readonly owing?: { readonly remindedFor?: Day; readonly brokenFor?: Day };
  readonly checks?: readonly LaterCheck[];
  /** The law reads something into silence once the limit has passed; timers look for it. */
  readonly silence?: true;
  /** 并案: the case that goes on in this one's place. */
  readonly mergedInto?: string;
  readonly rule?: RuleMark;
  /** 绿色通道: who answers the phone, and the promise that holds instead. */
  readonly green?: { readonly officerId: string; readonly officerName: string; readonly promised: ItemLimit };
  /** 一票否决: the lane whose concern has ended the review; what it saw cannot be approved. */
  readonly veto?: { readonly stage: string; readonly unitCode: string };
};

export type StageTask = {
  readonly taskKey: string;
  readonly step: number;
  readonly unitCode: string;
  readonly kind: string;
  readonly dueOn: Day | null;
  readonly state: 'open' | 'done' | 'skipped';
  readonly openedAt: Date;
  readonly doneBy: string | null;
  readonly doneByName: string | null;
  readonly doneAt: Date | null;
  readonly outcome: string | null;
  readonly opinion: string | null;
};

export type CaseFile = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly region: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly itemName: Text;
  readonly unitCode: string;
  readonly intakeUnit: string;
  readonly state: State;
  readonly lane: 'normal' | 'tolerance' | 'green';
  readonly channel: string;
  readonly version: number;
  readonly applicantId: string;
  readonly agentId: string | null;
  /** The mandate has ended: the agent acts no longer. Asked only when it is the agent who reads. */
  readonly agentIsOver?: boolean;
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly phoneLast4: string;
  readonly language: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly leasedUntil: Date | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly slots: Slots;
  readonly delivery: Delivery;
  readonly plan: Plan | null;
  readonly ledger: Ledger;
  readonly correction: Correction | null;
  readonly decision: Decision | null;
  readonly receivedAt: Date;
  readonly acceptedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly endedAt: Date | null;
  readonly statutoryBy: Day | null;
  readonly promisedBy: Day | null;
  readonly dueOn: Day | null;
  readonly pausedAt: Date | null;
  readonly pauseReason: string | null;
  readonly outcome: string | null;
  readonly marks: Marks;
  readonly owedBy: Day | null;
  readonly checkBy: Day | null;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly touchedAt: Date;
};

/** What an act may change of a case; the rest follows from it (version, due days, log). */
export type Patch = Partial<
  Pick<
    CaseFile,
    | 'state'
    | 'lane'
    | 'holderId'
    | 'holderName'
    | 'leasedUntil'
    | 'answers'
    | 'slots'
    | 'delivery'
    | 'plan'
    | 'ledger'
    | 'correction'
    | 'decision'
    | 'acceptedAt'
    | 'decidedAt'
    | 'endedAt'
    | 'pausedAt'
    | 'pauseReason'
    | 'outcome'
    | 'marks'
    | 'unitCode'
  >
>;
