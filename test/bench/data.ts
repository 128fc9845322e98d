import pg from 'pg';
import { paperIds } from './form.ts';

/** The bare server's tables, filled like ours. */
const referenceSql = (cases: number) => `
  create extension if not exists pg_trgm;
  create table session (token text primary key, person_id int not null);
  insert into session values ('bench', 1);
  create table file (id uuid primary key, owner int not null, clean boolean not null);
  insert into file select n, 1, true from unnest('{${paperIds.join()}}'::uuid[]) n;
  insert into file select gen_random_uuid(), n, true from generate_series(2, 10000) n;
  create table application (id bigint generated always as identity primary key, case_no text not null unique, agency int not null, status text not null, due date, body jsonb not null);
  create table event (id bigint generated always as identity primary key, application_id bigint not null references application, kind text not null, actor int, at timestamptz not null);
  create table outbox (id bigint generated always as identity primary key, kind text not null, payload jsonb not null, at timestamptz not null);
  insert into application (case_no, agency, status, due, body)
    select 'S' || n, n % 50, (array['submitted', 'review', 'served'])[1 + n % 3], date '2026-11-01' + (n % 60), '{"a": 1}' from generate_series(1, ${cases}) n;
  create index application_list on application (agency, status, due, id);
  create table item (code text primary key, name text not null);`;

/** A million cases at rest, in fifty units and every state, written straight into the table: only lists read them. */
const productSql = (cases: number) => `
  insert into cases.case_file (case_id, case_no, region, item_code, item_version, item_name, unit_code, intake_unit, state, channel, applicant_id, applicant_name, applicant_phone, phone_last4,
    language, answers, slots, delivery, ledger, received_at, due_on, last_seq, last_hash, touched_at)
  select gen_random_uuid(), 'S' || n, '990100', 'bench0000001', 1, '{"zh-Hans": "基准事项"}', 'bench/unit' || n % 50, 'service-bureau/window', (array['submitted', 'review', 'served'])[1 + n % 3], 'online',
    gen_random_uuid(), '某人', '0600-620 0000', '0000', 'zh-Hans', '{}', '{}', '{}', '{"segments": [], "extensions": [], "appointments": []}', now(), date '2026-11-01' + (n % 60), 0, '', now()
  from generate_series(1, ${cases}) n;
  analyze cases.case_file;`;

export async function fillReference(
  ownerUrl: string,
  { cases, names }: { cases: number; names: readonly { code: string; name: string }[] },
): Promise<string> {
  await run(ownerUrl, async (client) => {
    await client.query('drop database if exists reference');
    await client.query('create database reference');
  });
  const url = withDatabase(ownerUrl, 'reference');
  await run(url, async (client) => {
    await client.query(referenceSql(cases));
    await client.query(
      `insert into item select code, name from jsonb_to_recordset($1::jsonb) as i (code text, name text) on conflict do nothing`,
      [JSON.stringify(names)],
    );
    await client.query('create index item_trigrams on item using gin (name gin_trgm_ops)');
    await client.query('analyze');
  });
  return url;
}

export function fillProduct(ownerUrl: string, cases: number): Promise<void> {
  return run(ownerUrl, async (client) => {
    await client.query(productSql(cases));
  });
}

export function listNames(ownerUrl: string): Promise<{ code: string; name: string }[]> {
  return run(
    ownerUrl,
    async (client) =>
      (
        await client.query<{ code: string; name: string }>(
          `select distinct on (code) code, name->>'zh-Hans' as name from catalogue.item_version where name ? 'zh-Hans' order by code`,
        )
      ).rows,
  );
}

export function withDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.toString();
}

async function run<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
