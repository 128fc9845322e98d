import type { Act } from '#kernel/endpoint.ts';
import { hasMandate, principalsOf } from '#modules/identity/index.ts';
import type { Applicants } from '../queries/lists.ts';
import type { CaseFile } from '../rules/case-file.ts';

type Acted = Pick<CaseFile, 'agentId' | 'applicantId' | 'itemCode'>;

/** Who acts for the applicant now: nobody any more when the mandate has ended. What was begun, the principal goes on with. */
export async function agentNow({ tx, now }: Pick<Act, 'tx' | 'now'>, { agentId, applicantId, itemCode }: Acted): Promise<string | null> {
  return agentId && (await hasMandate(tx, { agentId, principalId: applicantId, itemCode, at: now })) ? agentId : null;
}

/** The case as this reader finds it: an agent is told apart from one whose mandate has ended. */
export async function asRead(act: Act, file: CaseFile): Promise<CaseFile> {
  if (!file.agentId || file.agentId !== act.actor.personId) return file;
  return { ...file, agentIsOver: (await agentNow(act, file)) === null };
}

/** Whose cases stand in somebody's list. */
export async function actedFor(act: Act): Promise<Applicants> {
  const personId = act.actor.personId ?? '';
  const covered = (await principalsOf(act.tx, personId, act.now)).flatMap(({ principalId, items = [null] }) =>
    items.map((item) => ({ principalId, item })),
  );
  return { personId, principalIds: covered.map(({ principalId }) => principalId), items: covered.map(({ item }) => item) };
}
