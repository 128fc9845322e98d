import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkups } from '#kernel/checkups.ts';
import { jobOf } from '#kernel/jobs.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Office, openOffice } from './support/office.ts';
import { plainApplication, publishPlainItem } from './support/plain-item.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await publishPlainItem(await office.as('admin'));
  const citizen = await office.as('citizen');
  await citizen.post('/cases', plainApplication, { 'idempotency-key': 'one' });
  await office.dispatch();
}, 60_000);
afterAll(() => office.close());

/** What the doctor finds broken, by the module. */
async function found(): Promise<string[]> {
  const lines: string[] = [];
  for (const module of [{ name: 'kernel', checkups }, ...office.app.modules])
    for (const checkup of module.checkups) {
      const rows = await jobOf(office.app, module.name).transaction((act) => checkup.run(act));
      if (rows.length > 0) lines.push(`${module.name}: ${checkup.name}`);
    }
  return lines;
}

test('finds nothing in an office that works', async () => {
  expect(await found()).toEqual([]);
});

const someone = `(select person_id from identity.account where username = 'citizen')`;

test.each([
  [
    'kernel: the dispatcher stands',
    `update kernel.dispatch_position set xid = '9000000000'`,
    `update kernel.dispatch_position set xid = '3'`,
  ],
  [
    'kernel: no job has given up',
    `select graphile_worker.add_job('x', job_key => 'dead', max_attempts => 1); update graphile_worker._private_jobs set attempts = 1 where key = 'dead'`,
    `delete from graphile_worker._private_jobs where key = 'dead'`,
  ],
  ['kernel: every remembered answer', `update kernel.answer set status = 409`, `update kernel.answer set status = 201`],
  [
    'kernel: every remembered answer',
    `update kernel.answer set at = at - interval '40 days'`,
    `update kernel.answer set at = at + interval '40 days'`,
  ],
  [
    'identity: every role',
    `insert into identity."grant" values (${someone}, 'emperor', '')`,
    `delete from identity."grant" where role = 'emperor'`,
  ],
  [
    'identity: every open session',
    `update identity.session set expires_at = expires_at - interval '400 days'`,
    `update identity.session set expires_at = expires_at + interval '400 days'`,
  ],
  [
    'directory: every unit',
    `insert into directory.unit (code, region_code, phone, name, position) values ('lost/section', '990100', '1', '{}', 1)`,
    `delete from directory.unit where code = 'lost/section'`,
  ],
  [
    'directory: every region',
    `update directory.region set zone = null where code = '990000'`,
    `update directory.region set zone = 'Asia/Shanghai' where code = '990000'`,
  ],
  [
    'catalogue: every item version',
    `update catalogue.item_version set kind = 'other'`,
    `update catalogue.item_version set kind = body ->> 'kind'`,
  ],
  [
    'catalogue: every item that was replaced',
    `update catalogue.item_version set successor = 'never'`,
    `update catalogue.item_version set successor = null`,
  ],
  [
    'cases: every action log',
    `update cases.action set actor_name = actor_name || ' '`,
    `update cases.action set actor_name = rtrim(actor_name)`,
  ],
  [
    'appointments: every cell counts',
    `update appointments.cell set persons = 1 where (resource_id, at) = (select resource_id, at from appointments.cell where person_cap > 0 order by 1, 2 limit 1)`,
    `update appointments.cell set persons = 0`,
  ],
  ['appointments: last night', `insert into appointments.audit values (now(), 1, '["a cell"]')`, `delete from appointments.audit`],
])('finds what breaks “%s”, and nothing else', async (name, harm, mend) => {
  await withClient(office.ownerUrl, (client) => client.query(harm));
  const lines = await found();
  await withClient(office.ownerUrl, (client) => client.query(mend));
  expect(lines.map((line) => line.startsWith(name))).toEqual([true]);
});

test('finds nothing any more once all is mended', async () => {
  expect(await found()).toEqual([]);
});

test('the application itself can neither change nor delete what must stay', async () => {
  const tables = [
    'appointments.booking_event',
    'appointments.cell',
    'cases.action',
    'identity.view_log',
    'directory.calendar_change',
    'catalogue.import_run',
    'kernel.migration',
  ];
  for (const table of tables)
    for (const statement of [`delete from ${table}`, `truncate ${table}`])
      await expect(office.app.db.transaction((tx) => tx.run(statement))).rejects.toThrow('permission denied');
  await expect(office.app.db.transaction((tx) => tx.run(`update cases.action set reason = 'x'`))).rejects.toThrow('permission denied');
  await expect(office.app.db.read((tx) => tx.run(`delete from kernel.answer`))).rejects.toThrow('read-only');
});
