import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract.ts';
import type { MandateShape } from '../contract/mandates.ts';
import type { MandateChanged } from '../facts.ts';
import { insertMandate, listMandates, lockMandate, type MandateRow, type MandateState, setMandateState } from '../queries/mandates.ts';
import { findPersonByPhone } from '../queries/people.ts';
import { areMandateDays, stateAfterEnd } from '../rules/mandate.ts';
import { digitsOf } from '../rules/names.ts';
import { today } from '../settings.ts';
import { me } from './account.ts';
import { ensurePerson } from './ensure-person.ts';

export const listMyMandates: Action<typeof contract.listMyMandates> = async ({ tx, actor }) => {
  const found = await listMandates(tx, me(actor));
  return { rows: found.map(toShape), nextCursor: null };
};

function toShape({ mandateId, principalId, principalName, agentId, agentName, items, ...rest }: MandateRow): MandateShape {
  const { fromOn, untilOn, proof, state, version } = rest;
  return { mandateId, principalId, principalName, agentId, agentName, items: items && [...items], fromOn, untilOn, proof, state, version };
}

export const offerMandate: Action<typeof contract.offerMandate> = async (act, input) => {
  const mine = me(act.actor);
  const fromOn = input.fromOn ?? today(act.now);
  if (!areMandateDays(fromOn, input.untilOn, today(act.now))) return refuse('wrong_days');
  const other = await findPersonByPhone(act.tx, digitsOf(input.phone), input.name.trim());
  if (!other) return refuse('person_unknown');
  if (other.personId === mine) return refuse('own_mandate');
  const asAgent = input.as === 'agent';
  return makeMandate(act, {
    principalId: asAgent ? other.personId : mine,
    agentId: asAgent ? mine : other.personId,
    items: input.items,
    fromOn,
    untilOn: input.untilOn,
    proof: null,
    state: asAgent ? 'offered' : 'active',
  });
};

export const recordMandate: Action<typeof contract.recordMandate> = async (act, input) => {
  const agentId = me(act.actor);
  const fromOn = input.fromOn ?? today(act.now);
  if (!areMandateDays(fromOn, input.untilOn, today(act.now))) return refuse('wrong_days');
  const principal = await ensurePerson(act, { name: input.name, phone: input.phone, number: input.number });
  if (principal.name !== input.name.trim()) return refuse('another_name');
  if (principal.personId === agentId) return refuse('own_mandate');
  const { items, untilOn, proof } = input;
  return makeMandate(act, { principalId: principal.personId, agentId, items, fromOn, untilOn, proof, state: 'active' });
};

type Made = Pick<MandateRow, 'principalId' | 'agentId' | 'fromOn' | 'untilOn' | 'proof' | 'state'> & {
  items: readonly string[] | undefined;
};

async function makeMandate(act: Act, made: Made) {
  const mandateId = newId();
  const items = made.items && made.items.length > 0 ? made.items : null;
  await insertMandate(act.tx, { ...made, mandateId, items, offeredBy: me(act.actor), now: act.now });
  const { principalId, agentId, state } = made;
  const fact: MandateChanged = { mandateId, principalId, agentId, byPersonId: me(act.actor), onPaper: made.proof !== null };
  act.publish(factByState[state], fact);
  return { mandateId, state, version: 1 };
}

export const acceptMandate: Action<typeof contract.acceptMandate> = async (act, input) => {
  const mandate = await lockMandate(act.tx, input.mandateId);
  if (!mandate || mandate.principalId !== me(act.actor)) return refuse('not_found');
  if (mandate.state !== 'offered') return refuse('wrong_state', { state: mandate.state });
  return changeMandate(act, mandate, { version: input.version, state: 'active' });
};

export const endMandate: Action<typeof contract.endMandate> = async (act, input) => {
  const mandate = await lockMandate(act.tx, input.mandateId);
  const mine = me(act.actor);
  if (!mandate || (mandate.principalId !== mine && mandate.agentId !== mine)) return refuse('not_found');
  const side = (personId: string) => (personId === mandate.principalId ? 'principal' : 'agent');
  const state = stateAfterEnd(mandate.state, side(mine), side(mandate.offeredBy));
  if (!state) return refuse('wrong_state', { state: mandate.state });
  return changeMandate(act, mandate, { version: input.version, state });
};

const factByState = { offered: 'mandate_offered', active: 'mandate_given', declined: 'mandate_declined', ended: 'mandate_ended' } as const;

async function changeMandate(act: Act, mandate: MandateRow, { version, state }: { version: number; state: MandateState }) {
  const { mandateId, principalId, agentId } = mandate;
  if (!(await setMandateState(act.tx, { mandateId, version }, { state, now: act.now })))
    return refuse('stale_version', { version: mandate.version, state: mandate.state });
  act.publish(factByState[state], { mandateId, principalId, agentId, byPersonId: me(act.actor) } satisfies MandateChanged);
  return { mandateId, state, version: version + 1 };
}
