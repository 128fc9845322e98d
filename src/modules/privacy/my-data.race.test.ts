import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { documentsModule } from '#modules/documents/index.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { type Counter, openCounter } from '#modules/delivery/testing.ts';

let office: Office;
let citizen: Desk;
let counter: Counter;
beforeAll(async () => {
  office = await openOffice();
  citizen = await office.as('citizen');
  counter = await openCounter(office, citizen);
}, 60_000);
afterAll(() => office.close());

/** The entries of an archive without packing, by name. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const from = at + 30 + name;
    entries.set(zip.subarray(at + 30, from).toString(), zip.subarray(from, from + size));
    at = from + size;
  }
  return entries;
}
async function take(desk: Desk) {
  const answer = await office.http.inject({ url: '/api/v1/privacy/my-data', headers: { authorization: `Bearer ${desk.token}` } });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  const entries = unzip(answer.rawPayload);
  return { entries, data: JSON.parse(String(entries.get('data.json'))) as Record<string, Record<string, unknown>[]> };
}

test('somebody takes everything with them that is held about them, and nothing about others', async () => {
  const caseNo = await counter.decided({ ...counter.card, delivery: { way: 'counter' } });
  await citizen.post(`/cases/${caseNo}/messages`, { body: '请问几点开门？' });
  const { data } = await take(citizen);
  expect(data['person']).toMatchObject([{ name: '林青禾', username: 'citizen' }]);
  expect(data['cases']).toMatchObject([{ caseNo, answers: { cause: 'broken' } }]);
  expect(data['log']?.map(({ act }) => act)).toEqual(['submit', 'sign']);
  expect(data['messages']).toMatchObject([{ body: '请问几点开门？' }]);
  expect(data['deliveries']).toMatchObject([{ caseNo, way: 'counter' }]);
  const [file] = data['files'] ?? [];
  expect(file).toMatchObject({ fileId: counter.fileId, mediaType: 'application/pdf' });
  expect(JSON.stringify(data)).not.toMatch(/argon2|sealed\.|tokenHash|passwordHash/);

  const neighbour = await take(await office.as('elder'));
  expect(JSON.stringify(neighbour.data)).not.toContain(caseNo);
  for (const part of ['cases', 'bookings', 'waiting', 'tickets']) expect(neighbour.data[part]).toEqual([]);
});

test('a file that was looked at by the scanner is in the archive', async () => {
  const scan = documentsModule.reactions.find(({ on }) => on === 'documents.file_received');
  const fact = { factId: 1, module: 'documents', kind: 'file_received', payload: { fileId: counter.fileId }, at: office.app.now() };
  await scan?.run(jobOf(office.app, 'documents'), fact);
  const { entries, data } = await take(citizen);
  const path = data['files']?.[0]?.['path'] as string;
  expect(entries.get(path)?.subarray(0, 5).toString()).toBe('%PDF-');
});

test('nobody else takes it: without signing in there is nothing', async () => {
  expect((await (await office.as()).get('/privacy/my-data')).status).toBe(401);
});
