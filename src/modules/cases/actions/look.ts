import { hasRole } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { logView } from '#modules/identity/index.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { isApplicantSide } from '../rules/may-act.ts';
import type { State } from '../rules/states.ts';

const whyByState: Partial<Record<State, string>> = { submitted: 'intake', review: 'review', deciding: 'decide', decided: 'hand-over' };

/** Whoever looks is named to the applicant: at the case with all that belongs to it, at a number that was masked, at a file. */
export function logLook(act: Act, file: CaseFile, thing: 'case' | 'phone' | 'document'): void {
  logView(act, { subjectId: file.applicantId, what: `${thing} ${file.caseNo}`, why: whyOf(act, file) });
}

function whyOf({ actor }: Act, file: CaseFile): string {
  if (isApplicantSide(actor, file)) return 'acting';
  return hasRole(actor, ['supervisor']) ? 'supervise' : (whyByState[file.state] ?? 'help');
}
