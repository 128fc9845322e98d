import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, type Office, openOffice } from './support/office.ts';
import { plainApplication, publishPlainItem } from './support/plain-item.ts';

let office: Office;
let [citizen, neighbour, window, admin]: Desk[] = [];
const desks = () => ({ citizen, neighbour, window, admin }) as Record<string, Desk>;
beforeAll(async () => {
  office = await openOffice();
  [citizen, neighbour, window, admin] = await Promise.all(['citizen', 'elder', 'window', 'admin'].map(office.as));
  await publishPlainItem(desks()['admin'] as Desk, ...codes);
}, 60_000);
afterAll(() => office.close());

const codes = ['plain00000010', 'plain00000011', 'plain00000012'];
const [closedItem, retiredItem, draftItem] = codes as [string, string, string];
const nobody = '0198c0de-0000-7000-8000-00000000dead';

async function refusal(who: string, path: string, body: unknown): Promise<string | number> {
  const answer = await (desks()[who] as Desk).post(path, body);
  return answer.body.code ?? answer.status;
}
async function made(who: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await (desks()[who] as Desk).post(path, body);
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status);
  return answer.body;
}

const suspension = { scope: { item: closedItem }, channels: ['online'], from: '2031-07-30T05:00:00Z', reason: 'x' };
test.each([
  ['unknown_scope', { scope: { item: 'never-heard-of' } }],
  ['ends_before_it_begins', { until: '2031-07-30T04:00:00Z' }],
  ['begins_in_the_past', { from: '2020-07-30T05:00:00Z' }],
])('a suspension is refused with %s, and so is its preview', async (code, change) => {
  expect(await refusal('admin', '/channels/suspensions', { ...suspension, ...change })).toBe(code);
  expect(await refusal('admin', '/channels/suspensions/preview', { ...suspension, ...change })).toBe(code);
});

test('a suspension ends once, by the version that was seen', async () => {
  const { suspensionId, version } = await made('admin', '/channels/suspensions', suspension);
  const end = `/channels/suspensions/${String(suspensionId)}/end`;
  expect(await refusal('admin', end, { version: Number(version) + 1 })).toBe('stale_version');
  await made('admin', end, { version });
  expect(await refusal('admin', end, {})).toBe('ended_already');
});

test('nobody applies by a way that is closed or was never offered, for an item that has ended, or for somebody without a mandate', async () => {
  const both = async (body: Record<string, unknown>) => [
    await refusal('citizen', '/cases', { ...plainApplication, ...body }),
    await refusal('citizen', '/cases/drafts', { itemCode: plainApplication.itemCode, ...body }),
  ];
  expect(await both({ channel: 'post' })).toEqual(['channel_not_offered', 'channel_not_offered']);
  expect(await both({ onBehalfOf: nobody })).toEqual(['no_mandate', 'no_mandate']);
  expect(await both({ itemCode: 'never-heard-of' })).toEqual(['unknown_item', 'unknown_item']);
  await made('admin', `/catalogue/items/${retiredItem}/retire`, { version: 1, lastDay: '2020-07-30' });
  expect(await both({ itemCode: retiredItem })).toEqual(['item_retired', 'item_retired']);
});

test('a draft that was sent takes nothing more', async () => {
  const { draftId } = await made('citizen', '/cases/drafts', { itemCode: draftItem });
  const at = (what: string) => `/cases/drafts/${String(draftId)}/${what}`;
  expect(await refusal('citizen', at('answer'), { key: 'nothing', value: 1 })).toBe('unknown_question');
  expect(await refusal('citizen', at('slot'), { slot: 'nothing', add: [] })).toBe('unknown_slot');
  expect(await refusal('neighbour', at('answer'), { key: 'nothing', value: 1 })).toBe('not_found');
  await made('citizen', at('submit'), {});
  expect(await refusal('citizen', at('answer'), { key: 'nothing', value: 1 })).toBe('sent_already');
  expect(await refusal('citizen', at('slot'), { slot: 'nothing', add: [] })).toBe('sent_already');
  expect(await refusal('citizen', at('delivery'), { way: 'counter' })).toBe('sent_already');
  expect(await refusal('citizen', at('discard'), {})).toBe('sent_already');
});

test('messages carry only files that are the writer’s own, and end with the case', async () => {
  const { caseNo } = await made('citizen', '/cases', plainApplication);
  const messages = `/cases/${String(caseNo)}/messages`;
  expect(await refusal('citizen', messages, { body: 'x', fileIds: [nobody] })).toBe('files_unusable');
  expect(await refusal('neighbour', messages, { body: 'x' })).toBe('not_found');
  await made('citizen', `/cases/${String(caseNo)}/withdraw`, { version: 1 });
  expect(await refusal('citizen', messages, { body: 'x' })).toBe('ended');
});

test('an officer keeps so many views and no more', async () => {
  const answers: (string | number)[] = [];
  for (let i = 0; i < 60 && !answers.includes('too_many_views'); i += 1)
    answers.push(await refusal('window', '/cases/views', { name: `view ${i}`, query: 'view=mine' }));
  expect(answers.at(-1)).toBe('too_many_views');
});
