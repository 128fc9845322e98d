import { type Actor, hasRole, type Role } from '#kernel/actor.ts';
import type { CaseFile, StageTask } from './case-file.ts';
import { type ActName, rolesOf, ruleOf } from './states.ts';

type Placed = Pick<CaseFile, 'applicantId' | 'agentId' | 'agentIsOver' | 'unitCode' | 'intakeUnit'>;

/**
 * The one answer to "may this person do this to this case", for API, pages, batches and jobs: deny by default; role × unit subtree.
 * The window holds in the intake unit, supervision everywhere, every other role in the responsible unit or in a unit that was asked for a stage.
 */
export function mayAct(actor: Actor, act: ActName, file: Placed, tasks: readonly Pick<StageTask, 'unitCode' | 'state'>[] = []): boolean {
  const { by, own } = ruleOf(act);
  if (actor.kind === 'system') return by.includes('system');
  if (by.includes('applicant') && isApplicantSide(actor, file)) return true;
  return !isOwnMatter(actor, file) && rolesOf(act).some((role) => holdsRole(actor, role, { file, tasks: own ? [] : tasks }));
}

export function mayView(actor: Actor, file: Placed, tasks: readonly Pick<StageTask, 'unitCode' | 'state'>[] = []): boolean {
  if (actor.kind === 'system' || isApplicantSide(actor, file)) return true;
  return (['window', 'reviewer', 'signer', 'head', 'supervisor'] as const).some((role) => holdsRole(actor, role, { file, tasks }));
}

export function isApplicantSide(actor: Actor, file: Pick<CaseFile, 'applicantId' | 'agentId' | 'agentIsOver'>): boolean {
  if (actor.personId === undefined) return false;
  return actor.personId === file.applicantId || (actor.personId === file.agentId && !file.agentIsOver);
}

/** Nobody acts for the office in a matter of one's own (回避, 公务员法 76): neither who applies nor who applied for somebody else, the window that helped included. */
function isOwnMatter(actor: Actor, { applicantId, agentId }: Placed): boolean {
  return actor.personId !== undefined && (actor.personId === applicantId || actor.personId === agentId);
}

function holdsRole(
  actor: Actor,
  role: Role,
  { file, tasks }: { file: Placed; tasks: readonly Pick<StageTask, 'unitCode' | 'state'>[] },
): boolean {
  if (role === 'supervisor') return hasRole(actor, ['supervisor']);
  if (role === 'window') return hasRole(actor, ['window'], file.intakeUnit);
  return hasRole(actor, [role], file.unitCode) || tasks.some((task) => task.state === 'open' && hasRole(actor, [role], task.unitCode));
}

/** Claimed by somebody else whose day has not run out; the office's own timers are never held up. */
export function isHeldByOther(actor: Actor, file: Pick<CaseFile, 'holderId' | 'leasedUntil'>, now: Date): boolean {
  const isHeld = file.holderId !== null && file.holderId !== actor.personId && file.leasedUntil !== null && file.leasedUntil > now;
  return isHeld && actor.kind !== 'system';
}
