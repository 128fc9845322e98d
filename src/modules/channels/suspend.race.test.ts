import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import { type Answer, type Desk, type Office, openOffice } from '#test/support/office.ts';
import { plainApplication, plainItem, publishPlainItem } from '#test/support/plain-item.ts';

let office: Office;
let admin: Desk;
let citizen: Desk;
beforeAll(async () => {
  office = await openOffice();
  [admin, citizen] = await Promise.all([office.as('admin'), office.as('citizen')]);
  await publishPlainItem(admin);
}, 60_000);
afterAll(() => office.close());

const submit = () => citizen.post('/cases', plainApplication);
const suspendNow = () =>
  admin.post('/channels/suspensions', {
    scope: { item: plainItem.code },
    channels: ['online'],
    from: new Date(office.app.now().getTime() - 1000).toISOString(),
    reason: '系统维护',
  });
/** Instants of receipt, the latest last. */
const received = () =>
  office.app.db.read((tx) =>
    tx.rows<{ receivedAt: Date }>(`select received_at from cases.case_file where item_code = $1 order by 1`, [plainItem.code]),
  );

test('nothing is received at the instant of a closure or later, however many send while it is published', async () => {
  for (let round = 0; round < 5; round += 1) {
    const answers: Promise<Answer>[] = [];
    const sending = setInterval(() => answers.push(submit()), 2);
    const suspended = await new Promise<Answer>((resolve) => void setTimeout(() => resolve(suspendNow()), 60));
    clearInterval(sending);
    const codes = (await Promise.all(answers)).map(({ status }) => status);
    expect(codes).toContain(201);
    const from = new Date(String(suspended.body['from'])).getTime();
    expect((await received()).filter(({ receivedAt }) => receivedAt.getTime() >= from)).toEqual([]);
    expect((await submit()).body.code).toBe('channel_closed');
    const { suspensionId, version } = suspended.body;
    expect((await admin.post(`/channels/suspensions/${String(suspensionId)}/end`, { version })).status).toBe(200);
    await withClient(office.ownerUrl, (client) => client.query('delete from channels.suspension'));
  }
});

test('an application whose check has passed is committed before the closure is published', async () => {
  const order: string[] = [];
  await office.app.db.transaction(async (tx) => {
    await tx.rows(`select * from channels.suspensions_for_taking($1)`, [office.app.now()]);
    const suspended = suspendNow().then(() => order.push('closed'));
    await new Promise((resolve) => void setTimeout(resolve, 300));
    order.push('taken');
    void suspended;
  });
  await expect.poll(() => order).toEqual(['taken', 'closed']);
});

test('sending an application asks the database as often as before', async () => {
  await withClient(office.ownerUrl, (client) => client.query('delete from channels.suspension'));
  await submit();
  const before = office.app.db.statements();
  expect((await submit()).status).toBe(201);
  expect(office.app.db.statements() - before).toBeLessThanOrEqual(4);
});
