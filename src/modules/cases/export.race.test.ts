import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '#adapters/spreadsheet.ts';
import { withClient } from '#main/postgres/check.ts';
import { isRefusal } from '#kernel/result.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { cast, caseIn, openPlay, type Play } from './testing.ts';

const many = 20_000;
let office: Office;
let play: Play;
let origin: string;

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
  await fill((await caseIn.review(play)).caseNo);
  origin = await office.http.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
afterAll(() => office.close());

/** One case, many times over, due on different days. */
async function fill(caseNo: string): Promise<void> {
  await withClient(office.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'cases' and table_name = 'case_file' and is_generated = 'NEVER' order by ordinal_position`,
    );
    const own: Readonly<Record<string, string>> = {
      case_id: `gen_random_uuid()`,
      case_no: `'HC' || lpad(n::text, 10, '0')`,
      due_on: `current_date + n % 90`,
      applicant_name: `case when n % 1000 = 0 then '=HYPERLINK("x")' else '申请人' || n end`,
    };
    const names = rows.map(({ name }) => name);
    await client.query(
      `insert into cases.case_file (${names.join(', ')}) select ${names.map((name) => own[name] ?? `c.${name}`).join(', ')}
       from cases.case_file c, generate_series(1, ${many}) as n where c.case_no = $1`,
      [caseNo],
    );
    await client.query('analyze cases.case_file');
  });
}

async function download(path: string, username = 'supervisor'): Promise<Response> {
  const { token } = await office.as(username);
  return fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

test('a list of twenty thousand cases is taken away whole, each once, due first, in pieces as it is read', async () => {
  const response = await download('/desk/inbox.csv');
  expect(response.headers.get('content-disposition')).toContain('.csv');
  const pieces: Uint8Array[] = [];
  for await (const piece of response.body as AsyncIterable<Uint8Array>) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(10);
  const lines = Buffer.concat(pieces).toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(many + 2);
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(many + 2);
  const days = lines.slice(1).map((line) => line.match(/,(\d{4}-\d{2}-\d{2}),/)?.[1] ?? '');
  expect(days).toEqual(days.toSorted());
  expect(lines.filter((line) => line.includes(',"\'=HYPERLINK'))).toHaveLength(many / 1000);
}, 60_000);

test('the same as a workbook, narrowed as the list is', async () => {
  const response = await download('/desk/inbox.xlsx?q=HC0000000007');
  const sheets = await readWorkbook(new Uint8Array(await response.arrayBuffer()));
  if (isRefusal(sheets)) throw new Error(sheets.refused);
  expect(sheets[0]?.rows).toHaveLength(2);
  expect(sheets[0]?.rows[1]?.[2]).toBe('申请人7');
});

test('nobody takes away more than they see', async () => {
  expect((await download('/desk/inbox.csv', 'reviewer4')).status).toBe(200);
  expect((await (await download('/desk/inbox.csv', 'reviewer4')).text()).trimEnd().split('\r\n')).toHaveLength(1);
  expect((await download('/desk/inbox.csv', 'citizen')).status).toBe(403);
});

test('a reader who goes away in the middle leaves nothing open behind', async () => {
  const response = await download('/desk/inbox.csv');
  await response.body?.cancel();
  for (let tries = 0; tries < 3; tries += 1) expect((await download('/desk/inbox.xlsx?q=HC0000000001')).status).toBe(200);
  expect(await play.answers('claim', await caseIn.submitted(play), cast.window)).toBe('done');
});
