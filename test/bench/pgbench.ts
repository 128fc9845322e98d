import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The database alone with the bare server's two inserts, by PostgreSQL's own tool; undefined where it is not installed. */
export function pgbench(url: string, { clients, seconds }: { clients: number; seconds: number }): number | undefined {
  const program = globSync('/usr/lib/postgresql/*/bin/pgbench').at(-1) ?? 'pgbench';
  const script = join(mkdtempSync(join(tmpdir(), 'tongban-pgbench-')), 'submit.sql');
  const body = JSON.stringify({
    answers: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`field${i + 1}`, 'value of this field'])),
  });
  writeFileSync(
    script,
    `\\set serial random(1, 1000000000000)
with filed as (insert into application (case_no, agency, status, due, body) values ('P' || (:client_id)::text || '-' || (:serial)::text, (:serial)::bigint % 50, 'submitted', current_date + 5, '${body}') returning id)
insert into event (application_id, kind, at) select id, 'submitted', now() from filed;
`,
  );
  const done = spawnSync(program, ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script, url], {
    encoding: 'utf8',
  });
  const rate = /tps = ([\d.]+)/.exec(done.stdout ?? '')?.[1];
  return rate ? Number(rate) : undefined;
}
