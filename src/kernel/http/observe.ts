import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { beginSpan, isRecording, type Span } from '../spans.ts';

/** Asked every few seconds by machines, or files that never change. */
const unremarkable = /^\/(metrics|healthz|readyz|assets\/)/;

const spans = new WeakMap<FastifyRequest, Span>();

/**
 * One line in the log and one span for each request, under the id that the answer carries as `x-request-id`: method, the route's pattern and not the address
 * that was asked for, status and duration. Addresses, queries, headers and bodies hold what people say of themselves, so none of them is told.
 */
export function observeRequests(server: FastifyInstance, { log }: App): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (isRecording() && !unremarkable.test(request.url)) trace(request, done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (!unremarkable.test(request.url)) tell(log, request, reply);
    done();
  });
}

function trace(request: FastifyRequest, done: () => void): void {
  const route = routeOf(request);
  const facts = { 'http.request.method': request.method, 'http.route': route, 'tongban.request_id': request.id };
  const parent = request.headers['traceparent'];
  const about = { kind: 'server' as const, facts, ...(typeof parent === 'string' ? { parent } : {}) };
  beginSpan(`${request.method} ${route}`, about, (span) => {
    if (span) spans.set(request, span);
    done();
  });
}

function tell(log: App['log'], request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode: status } = reply;
  spans.get(request)?.end({ 'http.response.status_code': status }, status >= 500);
  log.info(
    { requestId: request.id, method: request.method, route: routeOf(request), status, ms: Math.round(reply.elapsedTime) },
    'request',
  );
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}
