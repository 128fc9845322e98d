import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact } from '#kernel/module.ts';
import { loadDemo } from '#main/demo.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { reactions, routines } from './reactions.ts';
import { watches } from './rules/watch.ts';

let office: Office;
let owner: pg.Client;
let supervisor: Desk;
let signer: Desk;

type Row = { caseNo: string; version: number; holderId: string | null; unitCode: string; remindedToday: boolean; dueOn: string | null };
type Overview = {
  totals: Record<string, number>;
  paused: { reason: string; count: number }[];
  units: { unitCode: string; counts: Record<string, number> }[];
  officers: { personId: string; counts: Record<string, number> }[];
  notAccepted: { count: number };
  onTime: { part: number; whole: number };
  items: { n: number; used: number; promised: number }[];
};

async function settle(): Promise<void> {
  const { rows } = await owner.query<Fact & { fact_id: string }>('select * from kernel.outbox order by fact_id');
  for (const row of rows)
    for (const reaction of reactions)
      if (reaction.on === `${row.module}.${row.kind}`)
        await reaction.run(jobOf(office.app, 'supervision'), { ...row, factId: Number(row.fact_id) });
}

async function count(sql: string): Promise<number> {
  return Number((await owner.query(`select count(*) as n from ${sql}`)).rows[0].n);
}

async function overviewOf(desk: Desk): Promise<Overview> {
  const answer = await desk.get('/supervision/overview');
  expect(answer.status).toBe(200);
  return answer.body as never;
}

async function listOf(desk: Desk, query: string): Promise<Row[]> {
  const answer = await desk.get(`/supervision/cases?limit=200&${query}`);
  expect(answer.status).toBe(200);
  return answer.body['rows'] as Row[];
}

async function pageOf(desk: Desk, url: string) {
  return office.http.inject({ url, headers: { authorization: `Bearer ${desk.token}` } });
}

async function post(desk: Desk, url: string, fields: Record<string, string | string[]>) {
  const payload = new URLSearchParams(Object.entries(fields).flatMap(([key, value]) => [value].flat().map((one) => [key, one])));
  return office.http.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/x-www-form-urlencoded' },
    payload: payload.toString(),
  });
}

beforeAll(async () => {
  office = await openOffice();
  await loadDemo(office.app, { generated: false, cases: true });
  owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
  await settle();
  [supervisor, signer] = await Promise.all([office.as('supervisor'), office.as('signer')]);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await office.close();
});

describe('the numbers', () => {
  test('each is as long as the list it opens, in all and for every unit and officer', async () => {
    const { totals, units, officers } = await overviewOf(supervisor);
    for (const watch of watches) expect(await listOf(supervisor, `what=${watch}`), watch).toHaveLength(totals[watch] ?? -1);
    for (const { unitCode, counts } of units)
      expect(await listOf(supervisor, `what=open&unit=${unitCode}`)).toHaveLength(counts['open'] ?? -1);
    for (const { personId, counts } of officers)
      expect(await listOf(supervisor, `what=open&holder=${personId}`)).toHaveLength(counts['open'] ?? -1);
    expect(totals['open']).toBe(await count(`cases.case_file where state in ('submitted', 'correction', 'review', 'deciding', 'decided')`));
    expect(totals['overdue']).toBeGreaterThan(0);
    expect(totals['paused']).toBeGreaterThan(0);
  });

  test('why clocks stand adds up to how many stand', async () => {
    const { totals, paused } = await overviewOf(supervisor);
    expect(paused.reduce((sum, one) => sum + one.count, 0)).toBe(totals['paused']);
    const [first] = paused;
    expect(await listOf(supervisor, `what=paused&reason=${first?.reason}`)).toHaveLength(first?.count ?? -1);
  });

  test('a signer sees the own units and no other', async () => {
    const { units } = await overviewOf(signer);
    const rows = await listOf(signer, 'what=open');
    expect(rows.length).toBe(
      await count(`cases.public_open_case where unit_code = 'market-regulation' or unit_code like 'market-regulation/%'`),
    );
    expect(units.reduce((sum, { counts }) => sum + (counts['open'] ?? 0), 0)).toBe(rows.length);
  });

  test('refusals to accept are counted and listed with their reasons', async () => {
    const { notAccepted } = await overviewOf(supervisor);
    const { body } = await supervisor.get('/supervision/refused');
    const rows = body['rows'] as { reason: string; officerName: string }[];
    expect(rows).toHaveLength(notAccepted.count);
    for (const { reason, officerName } of rows) expect([reason, officerName]).not.toContain('');
  });

  test('what a decision took is measured once, and shown only where enough were measured', async () => {
    const decided = await count(`cases.action where act = 'sign'`);
    expect(await count(`supervision.ending where kind = 'decided' and used_days is not null`)).toBe(decided);
    await settle();
    expect(await count(`supervision.ending where kind = 'decided'`)).toBe(decided);
    expect(await count('supervision.ending where used_days < 0')).toBe(0);
    const { onTime, items } = await overviewOf(supervisor);
    expect(onTime.whole).toBe(await count(`supervision.ending where kind = 'decided' and on_day >= current_date - 90`));
    for (const { n } of items) expect(n).toBeGreaterThanOrEqual(5);
  });

  test('a list goes on where the page before ended', async () => {
    const all = await listOf(supervisor, 'what=open');
    const first = await supervisor.get('/supervision/cases?what=open&limit=3');
    const next = await supervisor.get(`/supervision/cases?what=open&limit=3&cursor=${String(first.body['nextCursor'])}`);
    const numbers = [...(first.body['rows'] as Row[]), ...(next.body['rows'] as Row[])].map(({ caseNo }) => caseNo);
    expect(numbers).toEqual(all.slice(0, 6).map(({ caseNo }) => caseNo));
    expect((await supervisor.get('/supervision/cases?what=open&cursor=x')).body.code).toBe('bad_cursor');
  });

  test('a citizen may not look', async () => {
    expect((await (await office.as('citizen')).get('/supervision/overview')).status).toBe(403);
  });
});

test('what people apply for most stands first on the home page', async () => {
  await routines.find(({ name }) => name === 'rank-items')?.run(jobOf(office.app, 'supervision'));
  const { rows } = await owner.query<{ code: string }>(
    `select item_code as code from (select item_code from supervision.ending union all select item_code from cases.public_open_case) as lately
     group by 1 order by count(*) desc, 1 limit 1`,
  );
  const home = await office.http.inject({ url: '/zh-Hans' });
  const org = await office.http.inject({ url: '/zh-Hans?by=org' });
  expect(home.body + org.body).toContain(`/services/${rows[0]?.code}"`);
});

describe('acting on what is seen', () => {
  test('a case is pressed once a day, and the list says so', async () => {
    const [late] = (await listOf(supervisor, 'what=overdue')).filter(({ remindedToday }) => !remindedToday);
    if (!late) throw new Error('the demo has no late case that nobody pressed');
    const both = await Promise.all([1, 2].map(() => supervisor.post(`/cases/${late.caseNo}/remind`, { version: late.version })));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    const again = await supervisor.post(`/cases/${late.caseNo}/remind`, { version: late.version + 1 });
    expect(again.body.code).toBe('reminded_already');
    expect((await listOf(supervisor, 'what=overdue')).find(({ caseNo }) => caseNo === late.caseNo)?.remindedToday).toBe(true);
  });

  test('all cases of an absent officer go to a colleague or back to the pool, without a script', async () => {
    const { officers } = await overviewOf(supervisor);
    const busiest = [...officers].sort((a, b) => (b.counts['open'] ?? 0) - (a.counts['open'] ?? 0))[0];
    const url = `/desk/supervision/hand-over?holder=${busiest?.personId}`;
    const page = await pageOf(supervisor, url);
    const cases = [...page.body.matchAll(/name="cases" value="([^"]+)"/g)].map(([, caseNo]) => caseNo ?? '');
    expect(cases).toHaveLength(busiest?.counts['open'] ?? -1);
    const done = await post(supervisor, `${url}&do=handOver`, { cases, toPersonId: 'pool', reason: '休假' });
    expect(done.statusCode).toBe(200);
    expect(done.body).toContain(`已移交${cases.length}件`);
    expect(await listOf(supervisor, `what=open&holder=${busiest?.personId}`)).toEqual([]);
  });

  test('a bad rating is followed up once, and then waits no more', async () => {
    const { body } = await supervisor.get('/supervision/ratings');
    const waiting = body['waiting'] as { caseNo: string }[];
    expect((body['grades'] as number[]).reduce((sum, n) => sum + n, 0)).toBe(
      await count("cases.rating where at > now() - interval '90 days'"),
    );
    const caseNo = waiting[0]?.caseNo;
    expect(caseNo).toBeDefined();
    const empty = await post(supervisor, '/desk/ratings?do=followUp', { caseNo: caseNo ?? '', text: '' });
    expect(empty.statusCode).toBe(400);
    expect((await post(supervisor, '/desk/ratings?do=followUp', { caseNo: caseNo ?? '', text: '已电话说明，重新寄出。' })).statusCode).toBe(
      303,
    );
    expect((await supervisor.post(`/cases/${caseNo}/rating/follow-up`, { text: 'x' })).body.code).toBe('no_follow_up_open');
    const after = (await supervisor.get('/supervision/ratings')).body;
    expect(after['waiting']).toHaveLength(waiting.length - 1);
    expect((after['done'] as { followUp: string }[])[0]?.followUp).toBe('已电话说明，重新寄出。');
  });
});

describe('pages', () => {
  test.each(['/desk/supervision', '/desk/supervision/list?what=paused', '/desk/supervision/refused', '/desk/ratings'])(
    '%s is drawn in four languages with few statements',
    async (url) => {
      for (const language of ['zh-Hans', 'zh-Hant', 'vi', 'en']) {
        const before = office.app.db.statements();
        const { statusCode, body } = await pageOf(supervisor, `${url}${url.includes('?') ? '&' : '?'}lang=${language}`);
        expect(statusCode).toBe(200);
        expect(body).not.toMatch(/undefined|NaN|\[object/);
        expect(office.app.db.statements() - before).toBeLessThanOrEqual(25);
      }
    },
  );
});
