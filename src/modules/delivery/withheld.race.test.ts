import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, food, openPlay, type Play, reviewed, type Standing } from '#modules/cases/testing.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { type Counter, openCounter } from './testing.ts';

let office: Office;
let play: Play;
let counter: Counter;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  counter = await openCounter(office, await office.as('citizen'));
}, 60_000);
afterAll(() => office.close());

const isThere = async ({ caseNo }: Standing) => {
  const outcome = await play.attempt('decision-pdf', { caseNo }, play.citizen);
  return outcome.kind === 'refused' ? outcome.code : outcome.kind;
};
const seqOf = (file: Standing) => ({ caseNo: file.caseNo, seq: file.version });

test('a signed result stays in the house until the paper it waits for has come, and holds no longer once it is revoked', async () => {
  const owing = await play.submits(food, { healthCertificates: { owed: true } });
  const accepted = await play.does('accept-tolerated', { ...owing, promise: 'in time' }, cast.window);
  const drafted = await play.does('propose', { ...(await reviewed(play, accepted)), outcome: 'approved' }, cast.reviewer);
  const signed = await play.does('sign', drafted, cast.signer);
  await counter.react('cases.case_decided', seqOf(signed));
  expect(await isThere(signed)).toBe('not_ready');
  const paper = { slot: 'healthCertificates.0', fileIds: [play.fileId] };
  const supplied = await play.does('supply', { ...signed, ...paper }, play.citizen);
  await counter.react('cases.case_paper_supplied', seqOf(supplied));
  expect(await isThere(signed)).toBe('done');
  const revoked = await play.does('revoke', { ...supplied, reason: 'a false lease', basis: '行政许可法 69' }, cast.head);
  await counter.react('cases.case_revoked', seqOf(revoked));
  expect(await isThere(signed)).toBe('not_ready');
});
