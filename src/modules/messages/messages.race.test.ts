import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact } from '#kernel/module.ts';
import { loadDemo } from '#main/demo.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { messagesModule } from './index.ts';
import { reactions, routines } from './reactions.ts';

const mailed: { raw: string; to: string }[] = [];
const refusedMailbox = 'elder@demo.invalid';
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo: ({ address }: { address: string }, _session: unknown, done: (error?: Error) => void) =>
    done(address === refusedMailbox ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined),
  onData: (stream: NodeJS.ReadableStream, session: { envelope: { rcptTo: { address: string }[] } }, done: () => void) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      mailed.push({ raw: Buffer.concat(parts).toString(), to: session.envelope.rcptTo[0]?.address ?? '' });
      done();
    });
  },
});

let office: Office;
let owner: pg.Client;
let seen = 0;

/** Lets this module react to every fact there is, and to the facts that follow from that. */
async function settle(again = false): Promise<void> {
  for (let from = again ? 0 : seen; ; ) {
    const { rows } = await owner.query<Fact & { fact_id: string }>('select * from kernel.outbox where fact_id > $1 order by fact_id', [
      from,
    ]);
    for (const row of rows) {
      const fact = { ...row, factId: Number(row.fact_id) };
      for (const reaction of reactions)
        if (reaction.on === `${row.module}.${row.kind}`) await reaction.run(jobOf(office.app, 'messages'), fact);
    }
    if (rows.length === 0) return;
    from = Number(rows.at(-1)?.fact_id);
    seen = Math.max(seen, from);
  }
}

async function ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query(sql, values)).rows as Row[];
}

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  const port = (smtp.server.address() as AddressInfo).port;
  office = await openOffice({ SMTP_URL: `smtp://127.0.0.1:${port}`, TONGBAN_QUIET_HOURS: 'off', PUBLIC_URL: 'https://centre.example' });
  await loadDemo(office.app, { generated: false, cases: true });
  owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
  await settle();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await office.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

describe('what people are told', () => {
  test('every kind of step of the demo cases left its notice, and no sentence has a hole', async () => {
    const kinds = (await ask<{ kind: string }>('select distinct kind from messages.notice')).map(({ kind }) => kind);
    for (const kind of ['submitted', 'accepted', 'correction', 'notAccepted', 'approved', 'refused', 'withdrawn', 'fromOffice', 'paused'])
      expect(kinds).toContain(kind);
    const odd = await ask<{ body: string }>(
      `select body from messages.notice where body ~ 'undefined|null|NaN|\\[object|最晚[。，]|chậm nhất ngày[.,]' or title = '' or body like '%“”%'`,
    );
    expect(odd).toEqual([]);
  });

  test('a correction lists everything at once, in words, with the day and whom to call', async () => {
    const [told] = await ask<{ body: string; link: string }>(
      `select body, link from messages.notice where kind = 'correction' and language = 'zh-Hans' limit 1`,
    );
    expect(told?.body).toMatch(/最晚\d{4}年\d+月\d+日（周.）/);
    expect(told?.body).toMatch(/\n1\. /);
    expect(told?.body).toMatch(/经办：.+电话0600-/);
    expect(told?.body).not.toMatch(/slots\.|answers\./);
    expect(told?.link).toMatch(/^\/my\/cases\//);
  });

  test('whoever is acted for hears of it, by the name of who acts', async () => {
    const rows = await ask<{ body: string }>(
      `select n.body from messages.notice n join cases.case_file c on c.case_no = n.case_no and c.applicant_id = n.person_id
       where n.kind = 'submittedFor' and c.agent_id is not null`,
    );
    const [{ acted } = { acted: 0 }] = await ask<{ acted: number }>(
      'select count(*)::int as acted from cases.case_file where agent_id is not null',
    );
    expect(acted).toBeGreaterThan(0);
    expect(rows).toHaveLength(acted);
    expect(rows[0]?.body).toMatch(/替您提交/);
  });

  test('a fact that comes again tells nobody again', async () => {
    const count = 'select count(*)::int as n from messages.notice';
    const [before, mails] = [await ask(count), mailed.length];
    await settle(true);
    expect(await ask(count)).toEqual(before);
    expect(mailed).toHaveLength(mails);
  });
});

describe('mail', () => {
  test('goes out once for each notice, its subject names the office and no person, its text leads back', async () => {
    const sent = await ask<{ notice_id: string }>(`select notice_id from messages.delivery where state = 'sent' and sent_at is not null`);
    expect(sent.length).toBeGreaterThan(20);
    expect(mailed).toHaveLength(sent.length);
    expect(new Set(mailed.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])).size).toBe(sent.length);
    const texts = mailed.map(({ raw }) => Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString());
    expect(texts.some((body) => /打开看：https:\/\/centre\.example\/zh-Hans\/my\/cases\//.test(body))).toBe(true);
  });

  test('a mailbox that does not exist is not tried again', async () => {
    const rows = await ask<{ state: string; attempts: number; error_code: string }>(
      `select distinct d.state, d.attempts, d.error_code from messages.delivery d join messages.notice n using (notice_id)
       join identity.person p on p.person_id = n.person_id where p.email = $1`,
      [refusedMailbox],
    );
    expect(rows).toEqual([{ state: 'failed', attempts: 1, error_code: '550' }]);
  });
});

describe('drafts', () => {
  const remind = () =>
    (routines.find(({ name }) => name === 'remind-drafts') as (typeof routines)[number]).run(jobOf(office.app, 'messages'));
  const age = (hours: number) =>
    owner.query(`update cases.draft set updated_at = now() - $1 * interval '1 hour' where sent_case_no is null`, [hours]);
  const told = async (kind: string) =>
    Number((await ask<{ n: string }>('select count(*) as n from messages.notice where kind = $1', [kind]))[0]?.n);

  test('are reminded of after a day and after three, once each', async () => {
    const [{ open } = { open: 0 }] = await ask<{ open: number }>(
      'select count(*)::int as open from cases.draft where sent_case_no is null',
    );
    expect(open).toBeGreaterThan(0);
    await age(23);
    await remind();
    expect(await told('draftDay')).toBe(0);
    await age(25);
    await remind();
    await remind();
    expect([await told('draftDay'), await told('draftLast')]).toEqual([open, 0]);
    await age(73);
    await remind();
    await remind();
    expect([await told('draftDay'), await told('draftLast')]).toEqual([open, open]);
  });

  test('their owners hear that their way closes, which ways are open, and when it opens again', async () => {
    const supervisor = await office.as('supervisor');
    const from = new Date(Date.now() + 1000).toISOString();
    const closed = await supervisor.post('/channels/suspensions', {
      scope: {},
      channels: ['online'],
      from,
      reason: { 'zh-Hans': '系统升级' },
    });
    expect(closed.status).toBe(201);
    await settle();
    const notices = await ask<{ body: string }>(`select body from messages.notice where kind = 'channelClosed' and language = 'zh-Hans'`);
    expect(notices.length).toBeGreaterThan(0);
    expect(notices[0]?.body).toMatch(/系统升级\n.*内容都在。现在可以这样办：/);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await supervisor.post(`/channels/suspensions/${String(closed.body['suspensionId'])}/end`);
    await settle();
    expect(await told('channelOpen')).toBe(await told('channelClosed'));
  });
});

describe('the inbox', () => {
  test('shows mine newest first, counts what is unread, and reading counts once', async () => {
    const citizen = await office.as('citizen');
    const first = await citizen.get('/messages/notices?limit=2');
    const rows = first.body['rows'] as { noticeId: string; at: string }[];
    const unread = Number(first.body['unread']);
    expect((rows[0]?.at ?? '') >= (rows[1]?.at ?? '')).toBe(true);
    const next = await citizen.get(`/messages/notices?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect((next.body['rows'] as { noticeId: string }[])[0]?.noticeId).not.toBe(rows[1]?.noticeId);
    const read = await citizen.post(`/messages/notices/${rows[0]?.noticeId}/read`);
    expect(read.body['readAt']).toBeTruthy();
    expect((await citizen.post(`/messages/notices/${rows[0]?.noticeId}/read`)).body['readAt']).toBe(read.body['readAt']);
    expect((await citizen.get('/messages/notices')).body['unread']).toBe(unread - 1);
    const enterprise = await office.as('enterprise');
    expect((await enterprise.post(`/messages/notices/${rows[1]?.noticeId}/read`)).status).toBe(404);
    expect((await citizen.post('/messages/notices/read')).body['read']).toBe(unread - 1);
    expect((await citizen.get('/messages/notices?cursor=x')).body.code).toBe('bad_cursor');
  });

  test('the page shows them, and the demo shows no mail that has really left', async () => {
    const { token } = await office.as('citizen');
    const page = await office.http.inject({ url: '/zh-Hans/my/notices', headers: { authorization: `Bearer ${token}` } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('申请已经收到');
    expect((await office.http.inject({ url: '/vi/demo/outbox' })).body).not.toMatch(/<h2 lang=/);
  });
});

test('every word of every refusal is there', () => {
  expect(Object.keys(messagesModule.refusalWords('vi'))).toEqual(['not_found', 'bad_cursor']);
});
