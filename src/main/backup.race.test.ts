import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '#adapters/object-store.ts';
import { prepareJobs } from '#kernel/jobs.ts';
import { migrate, readMigrations } from '#kernel/migrate.ts';
import { emptyDatabase } from '#test/support/database.ts';
import { backup, type Migrate, restore } from './backup.ts';
import { listTables, nameOf } from './backup/catalogue.ts';
import { withClient } from './postgres/check.ts';

/** A schema with everything that makes a load hard: references in both directions, generated columns, guards against writing, odd text. */
const sample = `
  create schema sample;
  create table sample.town (town_id int primary key, capital_id int);
  create table sample.person (
    person_id bigint generated always as identity primary key, town_id int not null references sample.town, name text not null,
    name_length int generated always as (length(name)) stored, "from" date, tags text[] not null default '{}', facts jsonb, picture bytea);
  alter table sample.town add constraint town_capital foreign key (capital_id) references sample.person deferrable initially deferred;
  create function sample.refuse() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
  create trigger person_append_only before update or delete or truncate on sample.person execute function sample.refuse();
  create table sample.log (log_id bigserial primary key, line text not null);
  create trigger log_closed before insert on sample.log for each row execute function sample.refuse();
  create materialized view sample.public_names as select name from sample.person;`;
const later = 'alter table sample.person add column nickname text';
const rows = `
  insert into sample.town values (1, null);
  insert into sample.person (town_id, name, "from", tags, facts, picture) values
    (1, E'Nguyễn\\tThị\\nHà \\\\N', '2020-07-30', '{"a,b",""}', '{"k": null}', '\\x00ff'), (1, '张三', null, '{}', null, null);
  update sample.town set capital_id = 2;
  select nextval('sample.log_log_id_seq');
  insert into kernel.outbox (xid, module, kind, payload, at) values
    ('900000000', 'cases', 'told', '{}', '2020-07-30T05:00:00Z'), ('900000001', 'cases', 'untold', '{}', '2020-07-30T05:00:01Z');
  update kernel.dispatch_position set xid = '900000000', fact_id = 1;`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const storeIn = (name: string) => openStore({ folder: join(folder, name), maxBytes: 2 ** 20 });
const run = (url: string, sql: string) => withClient(url, (client) => client.query(sql));

/** The migrations of two releases: the later one has one more. */
function release(...extra: { file: string; sql: string }[]): Migrate {
  return async (ownerUrl, isWanted = () => true) => {
    await prepareJobs(ownerUrl);
    const kernel = await readMigrations([{ module: 'kernel', folder: new URL('../kernel/migrations/', import.meta.url) }]);
    await migrate(ownerUrl, [...kernel, ...extra.map((one) => ({ module: 'sample', ...one }))].filter(isWanted));
  };
}
const first = release({ file: '0001_sample.sql', sql: sample });
const second = release({ file: '0001_sample.sql', sql: sample }, { file: '0002_nickname.sql', sql: later });

async function contentsOf(url: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    const contents: Record<string, string[]> = {};
    for (const table of await listTables(client)) {
      const { rows: lines } = await client.query<{ line: string }>(`select t::text as line from ${nameOf(table)} t order by 1`);
      contents[nameOf(table)] = lines.map(({ line }) => line);
    }
    return contents;
  });
}

async function filledBackup(name: string): Promise<{ url: string; target: string }> {
  const { ownerUrl: url } = await emptyDatabase();
  await first(url);
  await run(url, rows);
  const files = storeIn(`${name}-files`);
  await files.put('a/one.txt', Readable.from([Buffer.from('一')]));
  const target = join(folder, name);
  await backup({ ownerUrl: url, files, target });
  return { url, target };
}

test('a backup restored into an empty place holds every row, number and file, and goes on from there', async () => {
  const { url, target } = await filledBackup('whole');
  const { ownerUrl } = await emptyDatabase();
  const files = storeIn('restored-files');
  await restore({ from: target, ownerUrl, files, migrate: first });
  const [before, after] = [await contentsOf(url), await contentsOf(ownerUrl)];
  for (const moved of ['"kernel"."outbox"', '"kernel"."dispatch_position"']) for (const side of [before, after]) delete side[moved];
  expect(after).toEqual(before);
  const one = await files.get('a/one.txt');
  expect(one && (await text(one))).toBe('一');
  const { rows: people } = await run(
    ownerUrl,
    "insert into sample.person (town_id, name) values (1, 'x') returning person_id::int as id, name_length as length",
  );
  expect(people).toEqual([{ id: 3, length: 1 }]);
  await expect(run(ownerUrl, 'delete from sample.person')).rejects.toThrow('append only');
  await expect(run(ownerUrl, "insert into sample.person (town_id, name) values (2, 'x')")).rejects.toThrow('person_town_id_fkey');
  expect((await run(ownerUrl, 'select * from sample.public_names')).rowCount).toBe(2);
});

test('facts not yet told lie behind the dispatcher’s position on the new server, told ones before it', async () => {
  const { target } = await filledBackup('facts');
  const { ownerUrl } = await emptyDatabase();
  await restore({ from: target, ownerUrl, files: storeIn('facts-restored'), migrate: first });
  await run(ownerUrl, "insert into kernel.outbox (module, kind, payload, at) values ('cases', 'new', '{}', '2020-07-30T05:00:02Z')");
  const untold =
    'select kind from kernel.outbox o, kernel.dispatch_position p where (o.xid, o.fact_id) > (p.xid, p.fact_id) order by o.xid, o.fact_id';
  expect((await run(ownerUrl, untold)).rows).toEqual([{ kind: 'untold' }, { kind: 'new' }]);
});

test('a later release restores an earlier backup and brings it up to date; an earlier one refuses a later backup', async () => {
  const { target } = await filledBackup('earlier');
  const { ownerUrl } = await emptyDatabase();
  await restore({ from: target, ownerUrl, files: storeIn('later-files'), migrate: second });
  expect((await run(ownerUrl, 'select nickname from sample.person')).rowCount).toBe(2);
  const newer = join(folder, 'newer');
  await backup({ ownerUrl, files: storeIn('nothing'), target: newer });
  const { ownerUrl: other } = await emptyDatabase();
  await expect(restore({ from: newer, ownerUrl: other, files: storeIn('none'), migrate: first })).rejects.toThrow(
    'does not know sample/0002',
  );
});

test('a damaged backup and a place that is not empty are refused before anything is written', async () => {
  const { url, target } = await filledBackup('damaged');
  const restoring = (ownerUrl: string) => restore({ from: target, ownerUrl, files: storeIn('unused'), migrate: first });
  await expect(restoring(url)).rejects.toThrow('The database is not empty');
  await expect(backup({ ownerUrl: url, files: storeIn('unused'), target })).rejects.toThrow('exists already');
  appendFileSync(join(target, 'files/a/one.txt'), '!');
  const { ownerUrl } = await emptyDatabase();
  await expect(restoring(ownerUrl)).rejects.toThrow('files/a/one.txt was changed');
  expect(Object.keys(await contentsOf(ownerUrl))).toEqual([]);
});

test('the backup is one instant, however long it takes: what is written meanwhile is not half in it', async () => {
  const { url } = await filledBackup('before');
  const adding = setInterval(
    () =>
      void run(
        url,
        "insert into sample.town values (99, null) on conflict do nothing; insert into sample.person (town_id, name) values (99, 'late')",
      ).catch(() => {}),
    5,
  );
  const target = join(folder, 'meanwhile');
  await backup({ ownerUrl: url, files: storeIn('before-files'), target });
  clearInterval(adding);
  const { ownerUrl } = await emptyDatabase();
  await restore({ from: target, ownerUrl, files: storeIn('meanwhile-files'), migrate: first });
  expect(JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')).format).toBe(1);
});
