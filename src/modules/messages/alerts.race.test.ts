import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { tellAlert } from './reactions/alerts.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

test('those who have to act are told of an alert by its number and its clock, once, and without a name', async () => {
  const entry = { temperature: 38.6, mask: true, symptoms: ['cough'], identity: { name: '沙小满' }, deviceEventId: 'alert-test-1' };
  const { body } = await (await office.as('gate')).post('/hall/hechuan-hall/screenings', entry);
  const alertNo = String(body['alertNo']);
  const fact = { factId: 1, module: 'hall', kind: 'alert_raised', payload: { alertNo, unitCode: 'service-bureau' }, at: office.app.now() };
  const job = jobOf(office.app, 'messages');
  await tellAlert.run(job, fact);
  await tellAlert.run(job, fact);
  const supervisor = await office.as('supervisor');
  const inbox = await supervisor.get('/messages/notices');
  const told = (inbox.body['rows'] as { body: string }[]).filter((one) => one.body.includes(alertNo));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('沙');
  await tellAlert.run(job, { ...fact, payload: { alertNo: 'HCAN-RPX9-FDNR', unitCode: 'service-bureau' } });
});
