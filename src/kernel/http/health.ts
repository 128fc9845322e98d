import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../app.ts';
import { stopwatch } from '../clock.ts';
import { countWaitingFacts } from '../queries.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve, its database answers. `/metrics`: numbers in Prometheus' form, without anything personal. */
export function mountHealth(server: FastifyInstance, app: App): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tongban_' });
  const requests = new Histogram({
    name: 'tongban_http_request_seconds',
    help: 'Duration of requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  new Counter({
    name: 'tongban_sql_statements_total',
    help: 'SQL statements run by this process',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(app.db.statements());
    },
  });
  new Gauge({
    name: 'tongban_outbox_waiting',
    help: 'Facts not yet handed to jobs',
    registers: [registry],
    async collect() {
      this.set(await app.db.read(countWaitingFacts).catch(() => Number.NaN));
    },
  });
  server.addHook('onResponse', (request, reply, done) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  server.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const elapsed = stopwatch();
    const answered = await app.db.read(countWaitingFacts).then(
      () => true,
      () => false,
    );
    return reply
      .code(answered ? 200 : 503)
      .send({ status: answered ? 'ready' : 'database does not answer', databaseMs: Math.round(elapsed()) });
  });
  server.get('/metrics', async (_request, reply) => reply.header('content-type', registry.contentType).send(await registry.metrics()));
}
