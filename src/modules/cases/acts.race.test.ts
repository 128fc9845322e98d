import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, anyone } from '#kernel/actor.ts';
import { jobOf } from '#kernel/jobs.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { casesModule } from './index.ts';
import { performAct } from './actions/on-case.ts';
import { close } from './rules/decision.ts';
import { type ActName, acts, type Doer, ruleOf, type State, states } from './rules/states.ts';
import { cast, caseIn, officer, openPlay, type Play, said, type Standing, toCamel, undoing, unit } from './testing.ts';

type Someone = { readonly actor: Actor; readonly doer: Doer | 'stranger' | 'nobody'; readonly isHere: boolean };

const names = (Object.keys(acts) as ActName[]).filter((name) => toCamel(name) in casesModule.contract);
const played = states;
const codes = ['sign_in_needed', 'forbidden', 'not_found', 'wrong_stage'];

let office: Office;
let play: Play;
let rehearsal: Play;
const cases = new Map<State, Standing>();
const people = new Map<string, Someone>();

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  rehearsal = await openPlay(undoing(office.app));
  for (const state of played) cases.set(state, await caseIn[state](play));
  await closeServed(cases.get('closed') as Standing);
  for (const [name, someone] of Object.entries(everybody(play.citizen))) people.set(name, someone);
}, 60_000);
afterAll(() => office.close());

/** Only a timer closes a case. */
async function closeServed({ caseNo, version }: Standing): Promise<void> {
  await jobOf(office.app, 'cases').transaction((act) => performAct(act, 'close', { input: { caseNo }, rule: close }));
  cases.set('closed', { caseNo, version: version + 1, state: 'closed' });
}

function everybody(citizen: Actor): Readonly<Record<string, Someone>> {
  const here = (actor: Actor, doer: Doer): Someone => ({ actor, doer, isHere: true });
  const elsewhere = (actor: Actor, doer: Doer): Someone => ({ actor, doer, isHere: false });
  return {
    'the applicant': here(citizen, 'applicant'),
    'another citizen': { actor: officer('citizen', ''), doer: 'stranger', isHere: false },
    'the window': here(cast.window, 'window'),
    'a window of another hall': elsewhere(officer('window', 'anhe-district'), 'window'),
    'a reviewer of the unit': here(officer('reviewer', unit), 'reviewer'),
    'a reviewer of another unit': elsewhere(officer('reviewer', 'market-regulation/drug-licensing'), 'reviewer'),
    'the signer': here(cast.signer, 'signer'),
    'a signer of another unit': elsewhere(officer('signer', 'health'), 'signer'),
    'the head': here(cast.head, 'head'),
    'the supervisor': here(cast.supervisor, 'supervisor'),
    'an administrator': { actor: officer('admin', ''), doer: 'stranger', isHere: false },
    'a visitor': { actor: anyone, doer: 'nobody', isHere: false },
  };
}

const personNames = Object.keys(everybody(officer('citizen', '')));

/** What the state table says, read without any of the code that applies it. */
function expected(name: ActName, state: State, { doer, isHere }: Someone): string {
  const { by, from } = ruleOf(name);
  if (doer === 'nobody') return 'sign_in_needed';
  const isListed = (by as readonly string[]).includes(doer);
  if (!isListed && !by.includes('applicant')) return 'forbidden';
  if (!isHere) return 'not_found';
  if (!isListed) return 'forbidden';
  return from.includes(state) ? 'let through' : 'wrong_stage';
}

async function outcomeOf(name: ActName, state: State, who: string): Promise<string> {
  const { actor } = people.get(who) as Someone;
  const file = cases.get(state) as Standing;
  const outcome = await rehearsal.attempt(name, { caseNo: file.caseNo, version: file.version, ...said[name] }, actor);
  if (outcome.kind === 'done') return (outcome.body as Standing).state;
  return outcome.kind === 'refused' ? outcome.code : JSON.stringify(outcome);
}

describe.each(names)('%s', (name) => {
  test.each(personNames)('%s: exactly where the state table says', async (who) => {
    const someone = people.get(who) as Someone;
    for (const state of played) {
      const code = await outcomeOf(name, state, who);
      const wanted = expected(name, state, someone);
      expect({ state, code: codes.includes(code) ? code : 'let through' }).toEqual({ state, code: wanted });
      const led: readonly string[] = ruleOf(name).to.map((to) => (to === 'same' ? state : to));
      if (states.includes(code as State)) expect(led).toContain(code);
    }
  });
});

test('cases were led into every state, and nothing of the attempts stayed', async () => {
  for (const state of played) {
    const { caseNo, version } = cases.get(state) as Standing;
    const outcome = await play.attempt('get-case', { caseNo }, cast.supervisor);
    expect(outcome).toMatchObject({ kind: 'done', body: { state, version } });
  }
});

test('what only timers do cannot be asked for by anybody', () => {
  expect((Object.keys(acts) as ActName[]).filter((name) => !names.includes(name))).toEqual([
    'decide-by-rule',
    'leave-to-person',
    'decide-by-silence',
    'close',
    'take-silence',
    'take-in',
    'remind-owed',
    'recompute',
  ]);
});

test('an asked unit finishes its own stage, but not the stage of the unit that asked', async () => {
  const { caseNo, version } = cases.get('review') as Standing;
  const done = { caseNo, version, outcome: 'pass', opinion: 'ok' };
  expect(await rehearsal.answers('finish-stage', { ...done, stage: 'environment' }, cast.asked)).toBe('done');
  expect(await rehearsal.answers('finish-stage', { ...done, stage: 'documents' }, cast.asked)).toBe('forbidden');
  expect(await rehearsal.answers('finish-stage', { ...done, stage: 'environment' }, cast.reviewer)).toBe('forbidden');
});
