import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realServer, type RealServer } from '#test/support/server.ts';
import { startPostgres } from '../postgres.ts';
import { withClient } from '../postgres/check.ts';
import { findServer } from '../postgres/server.ts';

let folder: string;
let server: RealServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  server = await realServer(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('importing a file that is not there says so in a sentence', async () => {
  const { code, output } = await server.command('import', 'catalogue', '/nowhere/items.csv');
  expect(output.trim()).toBe('There is no file /nowhere/items.csv.');
  expect(code).toBe(1);
});

test('a start that fails does not leave the embedded database running', async () => {
  expect((await server.command('migrate')).code).toBe(0);
  const postgres = await startPostgres({ folder: join(folder, 'postgres') });
  await withClient(postgres.ownerUrl, (client) =>
    client.query(`update kernel.migration set hash = 'another' where (module, file) = (select module, file from kernel.migration limit 1)`),
  );
  await postgres.stop();
  for (const command of ['migrate', 'start']) {
    const { code, output } = await server.command(command);
    expect(output).toContain('was changed after it had been applied');
    expect(code).toBe(1);
    expect(findServer(join(folder, 'postgres'))).toBeUndefined();
  }
});
