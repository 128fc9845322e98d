import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hmacHex } from '#adapters/seal-box.ts';
import { newId } from '#kernel/ids.ts';
import { jobOf } from '#kernel/jobs.ts';
import { withClient } from '#main/postgres/check.ts';
import { readPass } from './rules/pass.ts';
import { checkups } from './checkups.ts';
import { takeDropped } from './drop.ts';
import { purge } from './reactions-door.ts';
import { hallSettings } from './settings.ts';
import { type Door, hall, openDoor, visitor } from './testing-door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
}, 60_000);
afterAll(() => door.close());

const come = (given: object) => door.gate.post(`${hall}/screenings`, visitor(door.now(), given));
const job = () => jobOf(door.office.app, 'hall');
const identity = { name: '尉迟小雨', phone: '13900007788', idNumber: '990101200001017788' };

/** Every row of every table as text, as the owner of the database sees it. */
async function everything(): Promise<string> {
  return withClient(door.office.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('hall', 'hall_health', 'kernel', 'messages', 'identity')`,
    );
    let all = '';
    for (const { name } of rows) all += JSON.stringify((await client.query(`select t::text from ${name} t`)).rows);
    return all;
  });
}

test('what was measured stands nowhere in the clear: not in a table, not in a fact, not in an answer kept for repeating', async () => {
  await come({ temperature: 38.7, symptoms: ['diarrhoea', 'cough'], identity });
  await come({ temperature: 36.6, identity });
  await door.gate.post(`${hall}/screenings`, visitor(door.now(), { temperature: 38.7, identity }), { 'idempotency-key': newId() });
  const all = await everything();
  for (const secret of ['38.7', 'diarrhoea', identity.name, identity.phone, identity.idNumber])
    expect(all.includes(secret), secret).toBe(false);
});

test('the application cannot read the table of readings, only call what keeps, opens and purges them', async () => {
  const denied = await door.office.app.db
    .read((tx) => tx.rows('select * from hall_health.reading'))
    .then(
      () => 'read',
      (error: { code?: string }) => error.code,
    );
  expect(denied).toBe('42501');
  const healthy = await withClient(door.office.ownerUrl, (client) =>
    client.query<{ n: string }>('select count(*) as n from hall_health.reading'),
  );
  const abnormal = await withClient(door.office.ownerUrl, (client) =>
    client.query<{ n: string }>(`select count(*) as n from hall.screening where outcome in ('isolate', 'refuse')`),
  );
  expect(healthy.rows).toEqual(abnormal.rows);
});

test('a reading goes when its time is over, with proof; who looked stays written; counts survive', async () => {
  const { body } = await come({ temperature: 38.9, symptoms: ['cough'], identity });
  const see = () => door.supervisor.post(`/hall/alerts/${String(body['alertNo'])}/open-reading`, { reason: 'contact tracing' });
  expect((await see()).body).toMatchObject({ gone: false, temperature: 38.9, name: identity.name });
  await purge(job());
  expect((await see()).body).toMatchObject({ gone: false });
  const day = async () => ((await door.supervisor.get(`${hall}/day?on=2020-08-03`)).body['days'] as { isolate: number }[])[0]?.isolate;
  const before = await day();
  door.pass(31 * 86_400);
  await Promise.all([purge(job()), purge(job())]);
  expect((await see()).body).toMatchObject({ gone: true, temperature: null, name: null });
  expect(await day()).toBe(before);
  const proofs = await door.office.app.db.read((tx) =>
    tx.rows<{ readings: number; remaining: number; hash: string; days: object }>(
      'select readings, remaining, hash, days from hall.purge where readings > 0',
    ),
  );
  expect(proofs).toHaveLength(1);
  expect(proofs[0]).toMatchObject({ remaining: 0, days: { '2020-08-03': proofs[0]?.readings } });
  expect(proofs[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  const left = await withClient(door.office.ownerUrl, (client) =>
    client.query(
      `select (select count(*) from hall_health.reading)::int as readings, (select count(*) from hall.visit where sealed_identity is not null)::int as names`,
    ),
  );
  expect(left.rows[0]).toEqual({ readings: 0, names: 0 });
});

test('a pass says which hall and when, and nothing of a person', async () => {
  const { box } = hallSettings();
  const text = `TB1.${'x'.repeat(8)}`;
  expect(readPass(`${text}.${box.sign(text)}`)).toBeUndefined();
  expect(box.isSigned(new TextEncoder().encode(text), Buffer.from(box.sign(text), 'base64url'))).toBe(true);
  expect(box.isSigned(new TextEncoder().encode(`${text}y`), Buffer.from(box.sign(text), 'base64url'))).toBe(false);
});

test('a robot’s readings count once each, the doubtful wait for a hand, and none turns anybody away', async () => {
  const made = await door.admin.post('/hall/devices', { venue: 'hechuan-hall', door: 'east', name: 'robot', scopes: ['robot'] });
  const { deviceId, key } = made.body as { deviceId: string; key: string };
  const at = door.now().toISOString();
  const readings = Array.from({ length: 400 }, (_, i) => ({
    id: `r${i}`,
    at,
    temperature: i < 3 ? 37.2 : 36.3,
    quality: i === 5 ? 'poor' : 'good',
  }));
  const post = async (content: string, sentAt = at, signed = key) =>
    (await door.office.as()).post(`/hall/robots/${deviceId}/readings`, {
      sentAt,
      content,
      signature: hmacHex(signed, `${sentAt}.${content}`),
    });
  const content = JSON.stringify({ readings });
  const both = await Promise.all([post(content), post(content)]);
  expect(both.map(({ body }) => Number(body['taken'])).reduce((a, b) => a + b)).toBe(400);
  expect(both.map(({ body }) => Number(body['toMeasure'])).reduce((a, b) => a + b)).toBe(4);
  expect((await post(content, at, 'another key')).body.code).toBe('signature_wrong');
  expect((await post(content, new Date(door.now().getTime() - 6 * 60_000).toISOString())).body.code).toBe('sent_too_late');
  expect((await post('{}')).body.code).toBe('content_wrong');
  const now = await door.gate.get(`${hall}/doors/east`);
  const [reading] = now.body['readings'] as { readingId: string }[];
  expect((await come({ temperature: 36.8, readingId: reading?.readingId })).body).toMatchObject({ outcome: 'enter' });
  expect((await door.gate.get(`${hall}/doors/east`)).body['readings']).toHaveLength(3);
  expect(((await door.supervisor.get(`${hall}/day`)).body['days'] as { robotReadings: number }[])[0]?.robotReadings).toBe(400);

  const folder = join(String(hallSettings().dropFolder), deviceId);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.csv'), `id,at,temperature,quality\nr1,${at},37.2,good\nd1,${at},36.4,good\n`);
  writeFileSync(join(folder, 'b.json'), '{"not": "readings"}');
  await takeDropped(job());
  expect(readdirSync(join(folder, 'taken'))).toEqual(['a.csv']);
  expect(readdirSync(join(folder, 'refused'))).toEqual(['b.json']);
  expect(((await door.supervisor.get(`${hall}/day`)).body['days'] as { robotReadings: number }[])[0]?.robotReadings).toBe(401);
});

test('who was inside together is asked with a reason, and the asking is written down', async () => {
  const first = await come({ identity });
  door.pass(600);
  await come({ identity: { name: '柏小舟', phone: '13900001122' } });
  door.pass(300);
  await door.gate.post(`${hall}/exits`, { visitId: first.body['visitId'], deviceEventId: newId() });
  door.pass(60);
  await come({ identity: { name: '来晚了' } });
  const ask = (given: object) => door.supervisor.post(`${hall}/exposures`, { reason: 'contact tracing', ...given });
  const { body } = await ask({ visitId: first.body['visitId'] });
  const names = (body['rows'] as { name: string; minutesTogether: number }[]).map(({ name }) => name);
  expect(names).toContain('柏小舟');
  expect(names).not.toContain('来晚了');
  expect(names).not.toContain(identity.name);
  expect((await ask({})).body.code).toBe('window_needed');
  expect((await ask({ visitId: newId() })).body.code).toBe('visit_unknown');
  expect((await ask({ from: '2020-08-01T00:00:00Z', until: '2020-08-05T00:00:00Z' })).body.code).toBe('window_too_long');
  expect((await door.supervisor.post('/hall/nowhere/exposures', { reason: 'tracing' })).body.code).toBe('not_found');
  const asked = await door.office.app.db.read((tx) =>
    tx.rows<{ reason: string; found: number }>('select reason, found from hall.exposure_query'),
  );
  expect(asked).toHaveLength(1);
  expect(asked[0]?.reason).toBe('contact tracing');
});

test('after all of this the doctor finds nothing broken', async () => {
  const found = await job().transaction(async (act) => {
    const lines: string[] = [];
    for (const { name, run } of checkups) for (const row of await run(act)) lines.push(`${name}: ${row}`);
    return lines;
  });
  expect(found).toEqual([]);
});
