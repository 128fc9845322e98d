import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** `GET /gate/worker.js`: the service worker of the doors, served below `/gate/` so that it reaches their pages and no others. */
export function mountGateWorker(server: FastifyInstance, assets: string): void {
  server.get('/gate/worker.js', async (_request, reply) => {
    const [name] = globSync('gate-worker.*.js', { cwd: assets });
    if (!name) return reply.code(404).send();
    return reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(readFileSync(join(assets, name)));
  });
}
