import type { Act } from '#kernel/endpoint.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import { type IssuedRow, listIssuedOf } from '#modules/documents/index.ts';
import { viewCase } from '../../actions/read.ts';
import { toPublicCase } from '../../actions/track.ts';
import type { PublicCase } from '../../contract/read.ts';
import type { CaseFile } from '../../rules/case-file.ts';
import { isApplicantSide } from '../../rules/may-act.ts';
import type { Situation } from '../../rules/situation.ts';

/** A case as its applicant, or who acts for them, reads it. */
export type OwnCase = {
  readonly file: CaseFile;
  readonly situation: Situation;
  readonly told: PublicCase;
  readonly directory: Directory;
  readonly zone: string;
  readonly issued: readonly IssuedRow[];
};

/** Not found for everybody else, members of staff too: they have the desk, and their looking is logged there. */
export async function loadOwnCase(act: Act, caseNo = ''): Promise<OwnCase | Refusal> {
  const seen = await viewCase(act, caseNo);
  if (!seen || !isApplicantSide(act.actor, seen.file)) return refuse('not_found');
  const directory = await getDirectory(act.tx);
  return {
    ...seen,
    told: await toPublicCase(act, seen.file),
    directory,
    zone: directory.zoneOf(seen.file.region),
    issued: (await listIssuedOf(act.tx, seen.file.caseNo)).filter(({ revokedAt }) => revokedAt === null),
  };
}
