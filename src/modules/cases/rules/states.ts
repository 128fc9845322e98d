import type { Role } from '#kernel/actor.ts';

/** Where a case stands. Waiting, paused, overdue, tolerance and green are flags beside it, not states. A draft is not a case yet. */
export const states = [
  'submitted',
  'correction',
  'review',
  'deciding',
  'decided',
  'served',
  'closed',
  'not-accepted',
  'withdrawn',
  'lapsed',
  'merged',
] as const;
export type State = (typeof states)[number];

export const openStates: readonly State[] = ['submitted', 'correction', 'review', 'deciding'];
export const endStates: readonly State[] = ['closed', 'not-accepted', 'withdrawn', 'lapsed', 'merged'];

/** Who may do an act: roles in the unit that has the case in this state, the applicant's side, or timers. */
export type Doer = Role | 'applicant' | 'system';

export type ActRule = {
  readonly from: readonly State[];
  /** States the act may lead to; `same` leaves the case where it stands. */
  readonly to: readonly (State | 'same')[];
  readonly by: readonly Doer[];
  /** Claimed by another officer, the act is refused; unclaimed, it claims. */
  readonly holding?: true;
  /** Clock and decision belong to the responsible unit: one that was asked for a stage has no say in them. */
  readonly own?: true;
};

const office: readonly State[] = ['submitted', 'correction', 'review', 'deciding', 'decided'];

/**
 * The whole law of who may do what to a case, and when. The server, the pages and the tests read this one table.
 * Acceptance (受理 / tiếp nhận) copies the stage plan and opens its first tasks at once, so `accepted` lasts no time and is not a state; its instant is kept.
 */
export const acts = {
  claim: { from: office, to: ['same'], by: ['window', 'reviewer', 'signer', 'head'] },
  release: { from: office, to: ['same'], by: ['window', 'reviewer', 'signer', 'head', 'supervisor'] },
  accept: { from: ['submitted'], to: ['review', 'deciding'], by: ['window', 'system'], holding: true },
  'accept-tolerated': { from: ['submitted'], to: ['review', 'deciding'], by: ['window'], holding: true },
  'refuse-intake': { from: ['submitted'], to: ['not-accepted'], by: ['window'], holding: true },
  'ask-correction': { from: ['submitted', 'review'], to: ['correction'], by: ['window', 'reviewer'], holding: true },
  'answer-correction': { from: ['correction'], to: ['submitted', 'review'], by: ['applicant'] },
  lapse: {
    from: ['correction', 'review', 'deciding', 'decided'],
    to: ['lapsed'],
    by: ['window', 'reviewer', 'system'],
    holding: true,
    own: true,
  },
  'finish-stage': { from: ['review'], to: ['same', 'deciding'], by: ['reviewer', 'head'] },
  'ask-opinion': { from: ['review'], to: ['same'], by: ['reviewer', 'head'], holding: true },
  'pause-clock': { from: ['review', 'deciding'], to: ['same'], by: ['reviewer', 'head'], holding: true, own: true },
  'resume-clock': { from: ['review', 'deciding'], to: ['same'], by: ['reviewer', 'head'], holding: true, own: true },
  extend: { from: ['review', 'deciding'], to: ['same'], by: ['signer', 'head'], own: true },
  propose: { from: ['deciding'], to: ['same'], by: ['reviewer', 'head'], holding: true, own: true },
  'send-back': { from: ['deciding'], to: ['review', 'deciding'], by: ['signer', 'head'], own: true },
  sign: { from: ['deciding'], to: ['decided'], by: ['signer', 'head'], own: true },
  'decide-by-rule': { from: ['submitted'], to: ['decided'], by: ['system'] },
  'leave-to-person': { from: ['submitted'], to: ['same'], by: ['system'] },
  'decide-by-silence': { from: ['review', 'deciding'], to: ['decided'], by: ['system'] },
  supply: { from: ['review', 'deciding', 'decided', 'served', 'closed'], to: ['same'], by: ['applicant'] },
  withdraw: { from: ['submitted', 'correction', 'review', 'deciding'], to: ['withdrawn'], by: ['applicant'] },
  reopen: { from: ['decided', 'served', 'closed'], to: ['review', 'deciding'], by: ['head', 'signer'], own: true },
  serve: { from: ['decided'], to: ['served'], by: ['window', 'reviewer', 'system'] },
  close: { from: ['served'], to: ['closed'], by: ['system'] },
  'check-later': { from: ['decided', 'served', 'closed'], to: ['same'], by: ['reviewer', 'head'], own: true },
  revoke: { from: ['decided', 'served', 'closed'], to: ['closed'], by: ['head', 'signer', 'system'], own: true },
  rate: { from: ['decided', 'served', 'closed', 'not-accepted'], to: ['same'], by: ['applicant'] },
  apologise: { from: ['review', 'deciding'], to: ['same'], by: ['reviewer', 'head', 'system'], own: true },
  remind: { from: ['submitted', 'correction', 'review', 'deciding', 'decided'], to: ['same'], by: ['supervisor', 'head'], own: true },
  'open-green': { from: ['submitted', 'correction', 'review'], to: ['same', 'deciding'], by: ['head'], own: true },
  'take-silence': { from: ['review'], to: ['same', 'deciding'], by: ['system'] },
  merge: { from: openStates, to: ['merged'], by: ['window', 'reviewer', 'head'], holding: true },
  'take-in': { from: openStates, to: ['same'], by: ['window', 'reviewer', 'head'] },
  'hand-over': { from: office, to: ['same'], by: ['supervisor', 'head'], own: true },
  'remind-owed': { from: ['review', 'deciding', 'decided', 'served', 'closed'], to: ['same'], by: ['system'] },
  recompute: { from: ['submitted', 'correction', 'review', 'deciding', 'decided'], to: ['same'], by: ['system'] },
} as const satisfies Record<string, ActRule>;

export type ActName = keyof typeof acts;

export function ruleOf(act: ActName): ActRule {
  return acts[act];
}

/** Roles that may do the act at all; `signed-in` people pass too where the applicant's side may, and are told apart by the case. */
export function rolesOf(act: ActName): Role[] {
  return ruleOf(act).by.filter((doer): doer is Role => doer !== 'applicant' && doer !== 'system');
}
