import type { Language } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';

/** What every paper says: who speaks, to whom, about what. Texts are in the paper's language already. */
export type PaperHead = {
  readonly caseNo: string;
  /** The act on the case that the paper is about: one act, one paper. */
  readonly seq: number;
  readonly language: Language;
  readonly jurisdiction: 'CN' | 'VN';
  readonly zone: string;
  readonly at: Date;
  readonly centre: string;
  /** The unit that answers for it: its name stands in the seal. */
  readonly agency: string;
  readonly hotline: string;
  readonly itemName: string;
  readonly applicant: string;
  readonly receivedAt: Date;
};

export type Outcome = 'approved' | 'refused' | 'partly' | 'terminated';
export type Receipt = PaperHead & {
  readonly kind: 'receipt';
  readonly acceptedAt: Date | null;
  /** By when we say whether it is accepted, or, once it is, by when it is decided. */
  readonly promisedBy: Day | null;
  readonly statutoryBy: Day | null;
  readonly officer: string | null;
  readonly papers: readonly string[];
};
export type Decision = PaperHead & {
  readonly kind: 'decision';
  readonly outcome: Outcome;
  readonly reason: string;
  readonly basis: readonly string[];
  readonly validUntil: Day | null;
  /** The law reads it into silence; nobody decided. */
  readonly implied?: boolean;
  /** Papers that must still come, or it may be revoked. */
  readonly conditions?: readonly { readonly paper: string; readonly by: Day }[];
};
export type Refusal = PaperHead & {
  readonly kind: 'refusal';
  readonly reason: string;
  readonly basis: readonly string[];
  readonly instead: string | null;
};
export type Correction = PaperHead & {
  readonly kind: 'correction';
  readonly dueOn: Day;
  readonly defects: readonly { readonly title: string; readonly wrong: string; readonly of: 'paper' | 'answer' }[];
};
export type Apology = PaperHead & { readonly kind: 'apology'; readonly promisedBy: Day; readonly on: Day; readonly reason: string };
export type Paper = Receipt | Decision | Refusal | Correction | Apology;
