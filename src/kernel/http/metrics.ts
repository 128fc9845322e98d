import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../app.ts';
import type { Tx } from '../db.ts';
import { countJobs, measureOutbox } from '../queries.ts';

/** `/metrics`: numbers in Prometheus' form. Labels are routes, methods, statuses and states: nothing that a person has said. */
export function mountMetrics(server: FastifyInstance, app: App): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tongban_' });
  measureRequests(server, registry);
  measureDatabase(registry, app);
  const refresh = measureWork(registry, app);
  server.get('/metrics', async (_request, reply) => {
    await refresh();
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}

function measureRequests(server: FastifyInstance, registry: Registry): void {
  const requests = new Histogram({
    name: 'tongban_http_request_seconds',
    help: 'Duration of requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  server.addHook('onResponse', (request, reply, done) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
}

function measureDatabase(registry: Registry, { db }: App): void {
  new Counter({
    name: 'tongban_sql_statements_total',
    help: 'SQL statements run by this process',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(db.statements());
    },
  });
  new Gauge({
    name: 'tongban_database_connections',
    help: 'Connections of this process by pool and state; waiting: requests that wait for one',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const { pool, ...states } of db.connections())
        for (const [state, count] of Object.entries(states)) this.set({ pool, state }, count);
    },
  });
}

/** What waits to be done, over all processes; not a number while the database does not say. */
function measureWork(registry: Registry, { db }: App): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const [facts, lag] = [
    gauge('tongban_outbox_waiting', 'Facts not yet handed to jobs'),
    gauge('tongban_outbox_lag_seconds', 'Age of the oldest fact not yet handed to jobs'),
  ];
  const [waiting, running] = [
    gauge('tongban_jobs_waiting', 'Jobs that wait for their turn'),
    gauge('tongban_jobs_running', 'Jobs in hand'),
  ];
  const [failed, jobLag] = [
    gauge('tongban_jobs_failed', 'Jobs that have given up'),
    gauge('tongban_jobs_lag_seconds', 'How long the oldest job that may run has waited'),
  ];
  const ask = async (tx: Tx) => ({ outbox: await measureOutbox(tx), jobs: await countJobs(tx) });
  return async () => {
    const known = await db.read(ask).catch(() => undefined);
    facts.set(known?.outbox.waiting ?? Number.NaN);
    lag.set(known?.outbox.lagSeconds ?? Number.NaN);
    waiting.set(known?.jobs.waiting ?? Number.NaN);
    running.set(known?.jobs.running ?? Number.NaN);
    failed.set(known?.jobs.failed ?? Number.NaN);
    jobLag.set(known?.jobs.oldestSeconds ?? Number.NaN);
  };
}
