import { once } from 'node:events';
import { startJobs } from '#kernel/jobs.ts';
import { createApp, createHttp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { migrateAll, openPostgres } from '../database.ts';
import { loadDemo } from '../demo.ts';
import { laps } from '../laps.ts';

/** `--worker` runs only the jobs, `--web` only the pages; without either, one process does both. */
export async function run(parameters: readonly string[]): Promise<number> {
  const config = readConfig();
  const seconds = laps();
  say(
    `通办 Tongban 0.1.0${config.demo ? '  demo mode' : ''} (data in ${config.dataFolder}, PostgreSQL ${config.databaseUrl ? 'by DATABASE_URL' : 'embedded'})`,
  );
  const postgres = await openPostgres(config);
  say(`[1/4] database ${postgres.version} ready ${seconds()}`);
  const count = await migrateAll(postgres.ownerUrl);
  say(`[2/4] ${count} migrations ${seconds()}`);
  const app = createApp(config, postgres.appUrl);
  say(`[3/4] ${config.demo ? await loadDemo(app) : 'no demo data'} ${seconds()}`);
  const jobs = parameters.includes('--web') ? undefined : await startJobs(app, postgres.ownerUrl);
  const server = parameters.includes('--worker') ? undefined : await listen(await createHttp(app, config), config);
  say(`[4/4] ${server ? 'listening' : 'working'} ${seconds()}`);
  if (server) sayWhere(server.port, config);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  say('Stopping: requests in hand are finished first.');
  await server?.close();
  await jobs?.stop();
  await app.db.close();
  await postgres.stop();
  return 0;
}

function say(line: string): void {
  console.log(line);
}

type Http = Awaited<ReturnType<typeof createHttp>>;

/** A busy port: the next free one is taken and said; a port that was asked for is not moved. */
async function listen(http: Http, { host, port }: Config): Promise<{ port: number; close: () => Promise<void> }> {
  for (let candidate = port; candidate < port + 20; candidate += 1) {
    try {
      await http.listen({ host, port: candidate });
      return { port: candidate, close: () => http.close() };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (process.env['PORT'] !== undefined)
        throw new Error(`Port ${port} is in use. Set PORT to another one, or stop what listens there.`, { cause: error });
      say(`Port ${candidate} is in use, trying ${candidate + 1}.`);
    }
  }
  throw new Error(`No free port from ${port} to ${port + 19}. Set PORT.`);
}

function sayWhere(port: number, config: Config): void {
  const base = config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  say('');
  say(`  Open      ${base}${config.demo ? `          Personas  ${base}/demo   (password tongban-demo)` : ''}`);
  say('  Desk      /desk      Items  /admin/items      Contacts  /contacts      API  /api/docs');
  say(
    `  Off       ${[config.smtpUrl ? '' : 'mail: files in var/outbox (SMTP_URL)', config.smsUrl ? '' : 'text messages: files in var/outbox/texts (SMS_URL)', config.clamdUrl ? '' : 'virus scan: files are shown as not scanned (CLAMD_URL)'].filter(Boolean).join(' · ') || 'nothing'}`,
  );
  say('  Stop Ctrl+C · reset: npm run demo:reset · check: npm run doctor · tests: npm test');
}
