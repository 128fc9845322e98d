import { describe, expect, test } from 'vitest';
import { type Actor, type Role, system } from '#kernel/actor.ts';
import { mayAct, mayView } from './may-act.ts';
import { type ActName, acts, endStates, openStates, ruleOf, type State, states } from './states.ts';

const names = Object.keys(acts) as ActName[];
const leads = (name: ActName, from: State) => ruleOf(name).to.map((to) => (to === 'same' ? from : to));

test('every state can be reached from a submitted case', () => {
  const reached = new Set<State>(['submitted']);
  for (const _ of states)
    for (const name of names)
      for (const from of ruleOf(name).from) if (reached.has(from)) for (const to of leads(name, from)) reached.add(to);
  expect(states.filter((state) => !reached.has(state))).toEqual([]);
});

test.each(states.filter((state) => !endStates.includes(state)))('a case that is %s can be moved on', (state) => {
  expect(names.filter((name) => ruleOf(name).from.includes(state) && leads(name, state).some((to) => to !== state))).not.toEqual([]);
});

test.each(openStates)('the applicant can take back a case that is %s, and the supervisor can press it', (state) => {
  expect(ruleOf('withdraw').from).toContain(state);
  expect(ruleOf('remind').from).toContain(state);
});

describe('who may do what', () => {
  const file = { applicantId: 'applicant', agentId: 'agent', unitCode: 'bureau/section', intakeUnit: 'hall/window' };
  const holder = (role: Role, unitCode: string, personId = 'officer'): Actor => ({
    kind: 'person',
    personId,
    name: role,
    grants: [{ role, unitCode }],
    unitCode,
    sessionId: undefined,
  });
  const places: Readonly<Record<string, readonly [within: string[], elsewhere: string[]]>> = {
    window: [
      ['hall/window', 'hall', ''],
      ['bureau/section', 'hall/other', 'hall/wind'],
    ],
    reviewer: [
      ['bureau/section', 'bureau', ''],
      ['hall/window', 'bureau/other', 'bureau/section/desk'],
    ],
    signer: [['bureau/section', 'bureau'], ['bureau/other']],
    head: [['bureau/section', 'bureau'], ['bureau/other']],
    supervisor: [['', 'hall', 'bureau/other'], []],
  };

  test.each(names.flatMap((name) => Object.keys(places).map((role) => [name, role as Role] as const)))('%s by a %s', (name, role) => {
    const [within = [], elsewhere = []] = places[role] ?? [];
    const listed = (ruleOf(name).by as readonly string[]).includes(role);
    for (const unitCode of within) expect(mayAct(holder(role, unitCode), name, file)).toBe(listed);
    for (const unitCode of elsewhere) expect(mayAct(holder(role, unitCode), name, file)).toBe(false);
    for (const unitCode of within) expect(mayView(holder(role, unitCode), file)).toBe(true);
    for (const unitCode of elsewhere) expect(mayView(holder(role, unitCode), file)).toBe(false);
  });

  test.each(names)('%s by the applicant, the agent, somebody else, an administrator and a timer', (name) => {
    const { by } = ruleOf(name);
    for (const personId of ['applicant', 'agent'])
      expect(mayAct(holder('citizen', '', personId), name, file)).toBe(by.includes('applicant'));
    for (const role of ['citizen', 'admin', 'operator', 'hotline'] as const) expect(mayAct(holder(role, ''), name, file)).toBe(false);
    expect(mayAct(system, name, file)).toBe(by.includes('system'));
  });

  test('an asked unit sees the case and finishes its stage as long as the stage is open, and rules neither over clock nor decision', () => {
    const asked = holder('head', 'other/unit');
    const task = (state: 'open' | 'done') => [{ unitCode: 'other/unit', state }];
    expect(mayView(asked, file, task('open'))).toBe(true);
    expect(mayAct(asked, 'finish-stage', file, task('open'))).toBe(true);
    expect(mayView(asked, file, task('done'))).toBe(false);
    for (const name of ['extend', 'pause-clock', 'resume-clock', 'propose', 'send-back', 'sign', 'reopen', 'hand-over'] as const)
      expect(mayAct(asked, name, file, task('open'))).toBe(false);
  });
});
