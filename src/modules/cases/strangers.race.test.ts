import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { perform } from '#kernel/pipeline.ts';
import { bindEndpoints } from '#kernel/app.ts';
import { actorOf, personIdsByUsername } from '#modules/identity/index.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { cast, caseIn, openPlay, type Play, sole } from './testing.ts';

let office: Office;
let play: Play;
let elder: Actor;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  elder = (await office.app.db.read(async (tx) => actorOf(tx, (await personIdsByUsername(tx, ['elder'])).get('elder') ?? ''))) as Actor;
}, 60_000);
afterAll(() => office.close());

/** The elder lets the citizen act for her. */
async function mandate(): Promise<() => Promise<unknown>> {
  const elders = await office.as('elder');
  const { body } = await (await office.as('citizen')).get('/identity/me');
  const untilOn = `${new Date().getUTCFullYear() + 1}-01-01`;
  const { body: given } = await elders.post('/identity/mandates', { as: 'principal', name: body['name'], phone: body['phone'], untilOn });
  return () => elders.post(`/identity/mandates/${String(given['mandateId'])}/end`, { version: given['version'] });
}

const numbersOf = async (actor: Actor, act = play) =>
  ((await act.attempt('list-mine', { limit: 100 }, actor)) as { body: { rows: { caseNo: string }[] } }).body.rows.map(
    ({ caseNo }) => caseNo,
  );

test('when the mandate has ended, the agent neither sees the case nor acts on it, and the principal goes on', async () => {
  const end = await mandate();
  const filed = await play.submits(sole, {});
  const handled = await play.does('submit', { ...sole, slots: slots(), onBehalfOf: elder.personId }, play.citizen);
  expect(await play.answers('get-case', handled, play.citizen)).toBe('done');
  expect(await numbersOf(play.citizen)).toContain(handled.caseNo);
  await end();
  for (const act of ['get-case', 'list-messages', 'explain-clock', 'withdraw'])
    expect(
      await play.answers(act, act === 'explain-clock' ? { caseNo: handled.caseNo, clock: 'intake' } : inputOf(act, handled), play.citizen),
    ).toBe('not_found');
  expect(await numbersOf(play.citizen)).not.toContain(handled.caseNo);
  expect(await numbersOf(play.citizen)).toContain(filed.caseNo);
  expect(await numbersOf(elder)).toContain(handled.caseNo);
  expect(await play.answers('withdraw', handled, elder)).toBe('done');
});

function inputOf(act: string, { caseNo, version }: { caseNo: string; version: number }) {
  return act === 'withdraw' ? { caseNo, version } : { caseNo };
}

function slots() {
  return { identity: { fileIds: [play.fileId] }, premisesProof: { fileIds: [play.fileId] } };
}

test('nobody decides on a matter of one’s own, whatever role they hold', async () => {
  const asking = { ...play.citizen, grants: [...cast.head.grants, ...cast.signer.grants, ...cast.window.grants] };
  expect(await play.answers('accept', await caseIn.submitted(play), asking)).toBe('forbidden');
  expect(await play.answers('sign', await caseIn.deciding(play), asking)).toBe('forbidden');
  expect(await play.answers('withdraw', await caseIn.deciding(play), asking)).toBe('done');
});

test('who applied for somebody neither takes it in nor decides on it, at the window neither, when the mandate is over neither', async () => {
  const end = await mandate();
  const helping = { ...play.citizen, grants: [...cast.window.grants, ...cast.signer.grants] };
  const handled = await play.does('submit', { ...sole, slots: slots(), onBehalfOf: elder.personId }, helping);
  expect(await play.answers('accept', handled, helping)).toBe('forbidden');
  expect(await play.answers('claim', handled, helping)).toBe('forbidden');
  const accepted = await play.does('accept', handled, cast.window);
  const drafted = await play.does('propose', { ...accepted, outcome: 'approved' }, cast.registrar);
  expect(await play.answers('sign', drafted, helping)).toBe('forbidden');
  await end();
  for (const act of ['sign', 'claim']) expect(await play.answers(act, drafted, helping)).toBe('forbidden');
  expect(await play.answers('sign', drafted, cast.signer)).toBe('done');
});

test('a credential that nobody can look up stands for no paper', async () => {
  const made = { ...slots(), identity: { credentialId: 'made-up' } };
  expect(await play.attempt('submit', { ...sole, slots: made }, play.citizen)).toMatchObject({
    kind: 'invalid',
    problems: [{ path: 'slots.identity', code: 'credential_not_allowed' }],
  });
  const asked = await play.does(
    'ask-correction',
    { ...(await play.submits(sole)), flags: [{ path: 'slots.identity', note: 'too dark' }], note: '' },
    cast.window,
  );
  expect(await play.answers('answer-correction', { ...asked, slots: { identity: { credentialId: 'made-up' } } }, play.citizen)).toBe(
    'invalid',
  );
});

test('while the network is closed, naming another way opens it to nobody outside the office', async () => {
  const suspend = [...bindEndpoints(office.app.modules).values()].find((one) => one.name === 'suspend');
  if (!suspend) throw new Error('channels knows no suspend');
  const wanted = { scope: { item: sole.itemCode }, channels: ['online'], from: office.app.now().toISOString(), reason: '系统维护' };
  const admin = { ...cast.supervisor };
  await perform(office.app, { bound: suspend, input: wanted, actor: admin, language: 'zh-Hans', requestId: 'test', address: '127.0.0.1' });
  // A closure that begins now begins when it has been published, which its own clock may put a moment ahead.
  await setTimeout(5);
  const from = (channel: string, actor: Actor) => play.answers('submit', { ...sole, slots: slots(), channel }, actor);
  expect(await from('walk-in', play.citizen)).toBe('channel_closed');
  expect(await play.answers('start-draft', { itemCode: sole.itemCode, channel: 'phone' }, play.citizen)).toBe('channel_closed');
  expect(await from('walk-in', { ...play.citizen, grants: cast.window.grants })).toBe('done');
});
