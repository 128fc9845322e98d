import type { FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { stopwatch } from '../clock.ts';
import { hasFactsToDispatch } from '../queries.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve, its database answers. */
export function mountHealth(server: FastifyInstance, app: App): void {
  server.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const elapsed = stopwatch();
    const answered = await app.db.read(hasFactsToDispatch).then(
      () => true,
      () => false,
    );
    return reply
      .code(answered ? 200 : 503)
      .send({ status: answered ? 'ready' : 'database does not answer', databaseMs: Math.round(elapsed()) });
  });
}
