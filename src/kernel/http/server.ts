import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { newId } from '../ids.ts';
import type { Language } from '../locale.ts';
import { isUnavailable } from '../unavailable.ts';
import { mountApi, sendProblem } from './api.ts';
import { standingHeaders } from './headers.ts';
import { mountHealth } from './health.ts';
import { mountMetrics } from './metrics.ts';
import { observeRequests } from './observe.ts';
import { mountPages, type Render } from './pages.ts';
import { languageOf } from './session.ts';

export const jsonLimit = 1_048_576;
export const fileLimit = 20 * 1_048_576;

export type ServerOptions = {
  readonly render: Render;
  readonly fallbackLanguage: Language;
  readonly assets: string;
  /** How many proxies of ours stand in front: the address is the one that the outermost of them saw, never one that a client writes. */
  readonly trustProxy: number;
  readonly secureCookies: boolean;
  /** A page that says in words what is the matter, drawn without asking anything of the database. */
  readonly drawFailure: (failure: Failure) => string;
};
export type Failure = {
  readonly status: number;
  readonly code: string;
  readonly incident?: string;
  readonly language: Language;
  readonly path: string;
};

/** The HTTP side of the application: JSON under `/api/v1`, pages everywhere else, one set of headers for all. */
export async function createServer(app: App, options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: jsonLimit,
    genReqId: () => newId(),
    trustProxy: (_address: string, hop: number) => hop < options.trustProxy,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // While it stops, what still comes over an open connection is answered, and the connection closed after it.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void answerError({ app, options }, error, { request: request, reply: reply }),
  });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: jsonLimit });
  await server.register(multipart, { limits: { fileSize: fileLimit, files: 20, fields: 400, fieldSize: jsonLimit } });
  await server.register(fastifyStatic, {
    root: options.assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  });
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  const standing = standingHeaders(options.secureCookies);
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(standing).header('x-request-id', request.id);
    done();
  });
  observeRequests(server, app);
  closeAfterAnswers(server);
  server.setErrorHandler((error: FastifyError, request, reply) => answerError({ app, options }, error, { request, reply }));
  mountHealth(server, app);
  mountMetrics(server, app);
  mountApi(server, app, options.fallbackLanguage);
  mountPages(server, app, options);
  return server;
}

/** Told to stop, nobody's connection is kept waiting for a next request: it ends with the answer in hand. */
function closeAfterAnswers(server: FastifyInstance): void {
  let stopping = false;
  server.addHook('preClose', async () => {
    stopping = true;
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Programs get a problem document, people a page in words. What is no bug leaves no incident number. */
function answerError(
  { app, options }: { app: App; options: ServerOptions },
  error: FastifyError,
  { request, reply }: Exchange,
): FastifyReply {
  const status = statusOf(error);
  const note = { requestId: request.id, method: request.method, route: request.routeOptions.url };
  if (status === 500) app.log.error({ ...note, stack: error.stack }, 'request failed');
  if (status === 503) {
    app.log.warn({ ...note, cause: error.message }, 'the database does not answer');
    reply.header('retry-after', '5');
  }
  const problem = { status, code: codeByStatus[status] ?? 'bad_request', ...(status === 500 ? { incident: request.id } : {}) };
  if (/^\/(api\/|metrics|healthz|readyz)/.test(request.url)) return sendProblem(reply, problem);
  const page = options.drawFailure({
    ...problem,
    language: languageOf(request, options.fallbackLanguage),
    path: request.url.split('?')[0] as string,
  });
  return reply.code(status).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}

function statusOf(error: FastifyError): number {
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return error.statusCode;
  if (isUnreadable(error)) return 400;
  return isUnavailable(error) ? 503 : 500;
}

/** A form whose parts cannot be told apart, or that ends too soon: its reader throws plain errors. */
function isUnreadable({ message }: Error): boolean {
  return message.startsWith('Multipart: ') || /unexpected end of multipart data/i.test(message);
}

const codeByStatus: Record<number, string> = {
  404: 'not_found',
  405: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  500: 'server_error',
  503: 'unavailable',
};
