import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { loadDemo } from '#main/demo.ts';
import { readScript } from '#main/demo/script.ts';
import { type Office, openOffice } from '#test/support/office.ts';

const parts = { generated: false, cases: true };
const script = readScript();
const sent = script.filter(({ steps }) => steps.some(({ act }) => act === 'submit'));
let office: Office;
let owner: pg.Client;

beforeAll(async () => {
  office = await openOffice();
  await loadDemo(office.app, parts);
  owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await office.close();
});

async function count(sql: string): Promise<number> {
  return Number((await owner.query(`select count(*) as count from ${sql}`)).rows[0].count);
}

test('every case of the demo is there, and every draft that was left unsent', async () => {
  expect(await count('cases.case_file')).toBe(sent.length);
  expect(await count('cases.draft where sent_case_no is null')).toBe(script.length - sent.length);
  expect(await count('cases.message')).toBe(script.flatMap(({ steps }) => steps).filter(({ act }) => act === 'message').length);
  expect(await count('cases.rating')).toBe(script.flatMap(({ steps }) => steps).filter(({ act }) => act === 'rate').length);
});

test('cases stand in every state that acts of people lead to, some on time, some late, some with a clock that stands', async () => {
  const { rows } = await owner.query('select distinct state from cases.case_file order by state');
  expect(rows.map(({ state }) => state)).toEqual(
    [
      'closed',
      'correction',
      'decided',
      'deciding',
      'lapsed',
      'merged',
      'not-accepted',
      'review',
      'served',
      'submitted',
      'withdrawn',
    ].sort(),
  );
  const open = `cases.case_file where state in ('submitted', 'correction', 'review', 'deciding')`;
  expect(await count(`${open} and paused_at is not null`)).toBeGreaterThanOrEqual(8);
  expect(await count(`${open} and paused_at is null and due_on < current_date`)).toBeGreaterThanOrEqual(2);
  expect(await count(`${open} and due_on > current_date`)).toBeGreaterThanOrEqual(10);
  expect(await count(`cases.case_file where lane = 'tolerance'`)).toBeGreaterThanOrEqual(6);
  expect(await count(`cases.case_file where jsonb_array_length(ledger->'appointments') = 1`)).toBe(1);
});

test('nothing happened before it was received, later than now, or without an end in sight', async () => {
  expect(await count('cases.case_file where due_on < received_at::date or promised_by < accepted_at::date')).toBe(0);
  expect(await count('cases.case_file where accepted_at < received_at or decided_at < accepted_at')).toBe(0);
  expect(await count('cases.action where at > now()')).toBe(0);
  expect(await count(`cases.case_file where state in ('submitted', 'review', 'deciding') and due_on is null and paused_at is null`)).toBe(
    0,
  );
});

test('whoever applies through an agent is the applicant, and the papers belong to who handed them in', async () => {
  const { rows } = await owner.query(
    `select distinct p.name as applicant, a.name as agent from cases.case_file c
     join identity.person p on p.person_id = c.applicant_id join identity.person a on a.person_id = c.agent_id`,
  );
  expect(rows).toEqual([{ applicant: '佟桂珍', agent: '陆知夏' }]);
  expect(await count(`documents.file where name = '平面布局图.jpg'`)).toBeGreaterThanOrEqual(10);
});

test('loading the demo again changes nothing', async () => {
  const state = async () => (await owner.query('select case_no, version, last_hash from cases.case_file order by case_id')).rows;
  const before = await state();
  expect(await loadDemo(office.app, parts)).toBe('demo data as before');
  await owner.query(`delete from kernel.mark where name = 'demo'`);
  expect(await loadDemo(office.app, parts)).toContain('0 cases');
  expect(await state()).toEqual(before);
});

test('the checkups of the doctor find nothing', async () => {
  for (const module of office.app.modules) {
    for (const checkup of module.checkups)
      expect([checkup.name, await jobOf(office.app, module.name).transaction((act) => checkup.run(act))]).toEqual([checkup.name, []]);
  }
});

test('the demo can be played on the clock of another day', async () => {
  const then = await openOffice({ TONGBAN_NOW: '2020-07-30T10:00:00+08:00' });
  try {
    await loadDemo(then.app, parts);
    const { body } = await (await then.as('supervisor')).get('/cases/counts');
    expect(body['all']).toBeGreaterThan(20);
  } finally {
    await then.close();
  }
}, 60_000);
