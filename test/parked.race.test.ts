import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCentre, type TestCentre } from '#modules/identity/testing.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await openTestCentre();
});
afterAll(() => centre.close());

/** Posts a form without being signed in, and says under which token it was kept. */
async function park(address: string, name: string): Promise<string | undefined> {
  const answer = await centre.http.inject({
    method: 'POST',
    url: '/en/my/acting?do=offer',
    remoteAddress: address,
    headers: { host: 'localhost:80', origin: 'http://localhost:80', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ as: 'agent', name }).toString(),
  });
  expect(answer.statusCode).toBe(303);
  return /parked%3D([\w-]+)/.exec(String(answer.headers.location))?.[1];
}
const kept = () =>
  centre.app.db.read((tx) => tx.rows<{ token: string; name: string }>(`select token, posted->>'name' as name from kernel.parked_form`));
const fill = (many: number) =>
  centre.app.db.transaction((tx) =>
    tx.run(
      `insert into kernel.parked_form (token, path, name, posted, address_hash, at)
       select 'old ' || n, '/my', 'x', '{}', 'address ' || n, $2::timestamptz - interval '1 minute' from generate_series(1, $1::int) n`,
      [many, centre.app.now()],
    ),
  );

test('of one address the newest twenty forms are kept, however many come at once, and those of others stay', async () => {
  const other = await park('198.51.100.1', 'other');
  await Promise.all(Array.from({ length: 30 }, (_, index) => park('203.0.113.1', `many ${index}`)));
  centre.pass(1000);
  const last = await park('203.0.113.1', 'last');
  const rows = await kept();
  expect(rows).toHaveLength(21);
  expect(rows.map(({ token }) => token)).toEqual(expect.arrayContaining([other, last]));
});

test('of all addresses together two thousand are kept, the oldest go', async () => {
  await fill(2500);
  const newest = await park('203.0.113.2', 'newest');
  const rows = await kept();
  expect(rows).toHaveLength(2000);
  expect(rows.map(({ token }) => token)).toContain(newest);
});

test('a form that is larger than any of ours is not kept', async () => {
  expect(await park('203.0.113.3', 'x'.repeat(70_000))).toBeUndefined();
});
