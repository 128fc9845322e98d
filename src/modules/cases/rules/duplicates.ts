import { canonicalJson } from '#kernel/ids.ts';
import type { CaseFile } from './case-file.ts';
import { openStates, type State } from './states.ts';

export type Candidate = {
  readonly caseNo: string;
  readonly state: State;
  readonly receivedAt: Date;
  readonly applicantId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The very same file, by its content, stands in both. */
  readonly sameFile: boolean;
};

export type Duplicate = Pick<Candidate, 'caseNo' | 'state' | 'receivedAt' | 'sameFile'> & {
  readonly samePerson: boolean;
  /** How many of the answers are the same, of those that both have given. */
  readonly same: number;
  readonly of: number;
  /** Both open, of the same person: one may go on for both. */
  readonly canMerge: boolean;
};

/** What speaks for two cases being the same matter; the likeliest first. */
export function toDuplicates(file: Pick<CaseFile, 'applicantId' | 'answers' | 'state'>, candidates: readonly Candidate[]): Duplicate[] {
  return candidates
    .map(({ answers, applicantId, ...candidate }): Duplicate => {
      const keys = Object.keys(file.answers).filter((key) => Object.hasOwn(answers, key));
      const samePerson = applicantId === file.applicantId;
      return {
        caseNo: candidate.caseNo,
        state: candidate.state,
        receivedAt: candidate.receivedAt,
        sameFile: candidate.sameFile,
        samePerson,
        same: keys.filter((key) => canonicalJson(answers[key]) === canonicalJson(file.answers[key])).length,
        of: keys.length,
        canMerge: samePerson && openStates.includes(candidate.state) && openStates.includes(file.state),
      };
    })
    .toSorted((a, b) => likeness(b) - likeness(a));
}

function likeness({ samePerson, sameFile, same, of }: Duplicate): number {
  return (samePerson ? 2 : 0) + (sameFile ? 1 : 0) + (of === 0 ? 0 : same / of);
}
