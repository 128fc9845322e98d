import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Statement } from './statements.ts';

/** A script for PostgreSQL's own tool, and the text variables it uses. */
export type Script = { readonly text: string; readonly variables: Readonly<Record<string, string>> };

/** Numbers that no two rows may share are made anew each time. */
const freshId = `(lpad(:run::text, 8, '0') || '-0000-7000-8000-' || lpad((:client_id::bigint * 1000000000 + :n::bigint)::text, 12, '0'))::uuid`;
const freshText = `('P' || :run::text || '-' || :client_id::text || '-' || :n::text)`;

/**
 * The statements of one submission, as many clients as asked, as often as the tool can: with our two round trips (what reads together, then what writes
 * together with the commit), and with the values of the recorded submission but for its ids. The fact it publishes is one that nobody waits for.
 */
export function submitScript(statements: readonly Statement[]): Script {
  const valueIn = (table: string, place: number) =>
    String(statements.find(({ text }) => text.includes(`insert into ${table}`))?.values[place]);
  const fresh = new Map([
    [valueIn('cases.case_file', 0), freshId],
    [valueIn('cases.case_file', 1), freshText],
    [valueIn('kernel.answer', 6), freshText],
  ]);
  const variables: Record<string, string> = {};
  const sql = statements.map(({ text, values }, at) =>
    text.replaceAll('\n', ' ').replace(/\$(\d+)/g, (_, place: string) => {
      const value = toText(values[Number(place) - 1]);
      if (value === undefined) return 'null';
      const made = fresh.get(value);
      if (made) return made;
      variables[`s${at}v${place}`] = value.replaceAll('case_submitted', 'case_measured');
      return `:s${at}v${place}`;
    }),
  );
  const isWrite = (text: string) => !/^\s*select\b/.test(text);
  const trips = [
    ['begin', ...sql.filter((text) => !isWrite(text))],
    [...sql.filter(isWrite), 'commit'],
  ];
  const piped = trips.map((trip) => `\\startpipeline\n${trip.map((one) => `${one};\n`).join('')}\\endpipeline\n`);
  return { text: `\\set n :n + 1\n${piped.join('')}`, variables };
}

function toText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(String(one))).join(',')}}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Transactions a second; undefined where the tool is not installed. */
export function pgbench(
  url: string,
  { text, variables }: Script,
  { clients, seconds }: { clients: number; seconds: number },
): number | undefined {
  const program = globSync('/usr/lib/postgresql/*/bin/pgbench').at(-1) ?? 'pgbench';
  const folder = mkdtempSync(join(tmpdir(), 'tongban-pgbench-'));
  const file = join(folder, 'submit.sql');
  writeFileSync(file, text);
  const own = { n: '0', run: String(process.hrtime.bigint() % 100_000_000n) };
  const defined = Object.entries({ ...variables, ...own }).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const how = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), ...defined, '-f', file, url];
  const done = spawnSync(program, how, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const rate = /tps = ([\d.]+)/.exec(done.stdout ?? '')?.[1];
  if (done.status) throw new Error(`pgbench: ${done.stderr}`);
  return rate ? Number(rate) : undefined;
}
