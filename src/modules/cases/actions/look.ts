import { hasRole } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { logView } from '#modules/identity/index.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { isApplicantSide } from '../rules/may-act.ts';
import type { State } from '../rules/states.ts';

const whyByState: Partial<Record<State, string>> = { submitted: 'intake', review: 'review', deciding: 'decide' };

/** Whoever of the office looks is named to the applicant: at the case, at a number that was masked, at an original file. */
export function logLook(act: Act, file: CaseFile, thing: 'case' | 'phone' | 'document'): void {
  if (isApplicantSide(act.actor, file)) return;
  const isSupervising = hasRole(act.actor, ['supervisor']);
  logView(act, {
    subjectId: file.applicantId,
    what: `${thing} ${file.caseNo}`,
    why: isSupervising ? 'supervise' : (whyByState[file.state] ?? 'help'),
  });
}
