/** What the sentences of a notice may speak of, already in the reader's language; an empty text is not known. */
export type NoticeFacts = {
  readonly item: string;
  readonly caseNo: string;
  readonly unit: string;
  /** By when the office or the reader has to act. */
  readonly by: string;
  readonly reason: string;
  readonly instead: string;
  /** Everything that must be put right, that is still owed, or that was handed in. */
  readonly points: readonly string[];
  /** The other person: who acts for the reader, who applied, who pressed. */
  readonly who: string;
};

export const noFacts: NoticeFacts = { item: '', caseNo: '', unit: '', by: '', reason: '', instead: '', points: [], who: '' };
