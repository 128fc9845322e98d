import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startJobs } from '#kernel/jobs.ts';
import { createApp, createHttp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { migrateAll, withPostgres } from '../database.ts';
import { loadDemo } from '../demo.ts';
import { laps } from '../laps.ts';
import { keepSmall } from '../memory.ts';
import type { Postgres } from '../postgres.ts';

/** `--worker` runs only the jobs, `--web` only the pages; without either, one process does both. */
export async function run(parameters: readonly string[]): Promise<number> {
  const config = readConfig();
  const seconds = laps();
  say(
    `通办 Tongban 0.1.0${config.demo ? '  demo mode' : ''} (data in ${config.dataFolder}, PostgreSQL ${config.databaseUrl ? 'by DATABASE_URL' : 'embedded'})`,
  );
  return withPostgres(config, (postgres) => serve(parameters, { config, postgres, seconds }));
}

type Given = { readonly config: Config; readonly postgres: Postgres; readonly seconds: () => string };

async function serve(parameters: readonly string[], { config, postgres, seconds }: Given): Promise<number> {
  say(`[1/4] database ${postgres.version} ready ${seconds()}`);
  const count = await migrateAll(postgres.ownerUrl);
  say(`[2/4] ${count} migrations ${seconds()}`);
  const tracing = await startTracing(config);
  const app = createApp(config, postgres.appUrl);
  say(`[3/4] ${config.demo ? await loadDemo(app) : 'no demo data'} ${seconds()}`);
  const jobs = parameters.includes('--web') ? undefined : await startJobs(app, postgres.ownerUrl);
  const server = parameters.includes('--worker') ? undefined : await listen(await createHttp(app, config), config);
  say(`[4/4] ${server ? 'listening' : 'working'} ${seconds()}`);
  if (server) sayWhere(server.port, config);
  keepSmall();
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), parentGone()]);
  say('Stopping: requests in hand are finished first.');
  const stopping = Promise.all([server?.close(), jobs?.stop()])
    .then(() => app.db.close())
    .then(tracing.stop);
  return Promise.race([stopping.then(() => 0), tooLong()]);
}

/** What nobody has asked for is not even loaded. */
async function startTracing({ otlpEndpoint, serviceName }: Config): Promise<{ stop(): Promise<void> }> {
  if (!otlpEndpoint) return { stop: async () => {} };
  return (await import('#adapters/tracing.ts')).openTracing({ serviceName });
}

/** What does not end in this time is cut off; the database undoes what was not committed. */
const stopSeconds = 30;

async function tooLong(): Promise<number> {
  await sleep(stopSeconds * 1000, undefined, { ref: false });
  say(`Not everything had ended after ${stopSeconds} seconds; the rest is cut off.`);
  setTimeout(() => process.exit(1), 5000).unref();
  return 1;
}

/** Started by something that stands between us and the person (npm, an older Node), we end with it, however it ends. */
async function parentGone(): Promise<void> {
  const parent = Number(process.env['TONGBAN_ENDS_WITH']);
  do await sleep(1000, undefined, { ref: false });
  while (!parent || lives(parent));
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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
