import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { plainApplication, publishPlainItem } from '#test/support/plain-item.ts';
import { type Counter, openCounter } from './testing.ts';

let office: Office;
let citizen: Desk;
let window: Desk;
let counter: Counter;
beforeAll(async () => {
  office = await openOffice();
  [citizen, window] = await Promise.all([office.as('citizen'), office.as('window')]);
  counter = await openCounter(office, citizen);
  await publishPlainItem(await office.as('admin'));
}, 60_000);
afterAll(() => office.close());

/** The code of what was refused; what was done shows nobody of the office a code. */
const refusal = async (desk: Desk, path: string, body: object = {}) => (await desk.post(`/delivery/cases/${path}`, body)).body.code;
const decided = (way: string) => counter.decided({ ...counter.card, delivery: { way } });
const address = '北渡区江心路9号';

test('the courier is booked once, to an address, where the item goes by courier', async () => {
  const caseNo = await decided('courier');
  expect(await refusal(window, `${caseNo}/book`)).toBe('address_needed');
  expect(await refusal(window, `${caseNo}/book`, { address })).toBeNull();
  expect(await refusal(window, `${caseNo}/book`, { address })).toBe('on_its_way');
  const electronic = await counter.decided(plainApplication);
  expect(await refusal(window, `${electronic}/book`, { address })).toBe('way_not_offered');
});

test('the window of another unit hands nothing out and books nothing, even when it may look', async () => {
  const elsewhere = await office.hire({ role: 'window', unitCode: 'ecology' }, { role: 'supervisor', unitCode: '' });
  const caseNo = await decided('counter');
  expect(await refusal(elsewhere, `${caseNo}/book`, { address })).toBe('forbidden');
  expect(await refusal(elsewhere, `${caseNo}/collect`, { code: '000000' })).toBe('forbidden');
});

test('nobody hands their own result over to themselves', async () => {
  const caseNo = await counter.decided({ ...plainApplication, delivery: { way: 'counter' } }, window);
  const { code } = (await window.get(`/delivery/cases/${caseNo}`)).body;
  expect(await refusal(window, `${caseNo}/collect`, { code: String(code) })).toBe('forbidden');
});

test('a case that was opened again is not handed over, even before its result was taken back', async () => {
  const caseNo = await decided('counter');
  const { code } = (await citizen.get(`/delivery/cases/${caseNo}`)).body;
  await withClient(office.ownerUrl, (client) => client.query(`update cases.case_file set state = 'review' where case_no = $1`, [caseNo]));
  expect(await refusal(window, `${caseNo}/collect`, { code: String(code) })).toBe('wrong_stage');
});
