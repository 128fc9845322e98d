import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { App } from '../app.ts';
import { newId } from '../ids.ts';
import type { Language } from '../locale.ts';
import { mountApi, sendProblem } from './api.ts';
import { mountHealth } from './health.ts';
import { mountPages, type Render } from './pages.ts';

export const jsonLimit = 1_048_576;
export const fileLimit = 20 * 1_048_576;

export type ServerOptions = {
  readonly render: Render;
  readonly fallbackLanguage: Language;
  readonly assets: string;
  readonly trustProxy: boolean;
  readonly secureCookies: boolean;
};

/** The HTTP side of the application: JSON under `/api/v1`, pages everywhere else, one set of headers for all. */
export async function createServer(app: App, options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: jsonLimit,
    genReqId: () => newId(),
    trustProxy: options.trustProxy,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) =>
      void answerError(app, error as FastifyError, request as FastifyRequest, reply as FastifyReply),
  });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: jsonLimit });
  await server.register(multipart, { limits: { fileSize: fileLimit, files: 20, fields: 400, fieldSize: jsonLimit } });
  await server.register(helmet, contentRules(options.secureCookies));
  await server.register(fastifyStatic, {
    root: options.assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  });
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => answerError(app, error, request, reply));
  mountHealth(server, app);
  mountApi(server, app, options.fallbackLanguage);
  mountPages(server, app, options);
  return server;
}

/** Nothing inline, nothing from elsewhere: what the page needs is served by the page's own origin. */
function contentRules(secure: boolean) {
  const self = ["'self'"];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...self, 'blob:'],
        connectSrc: self,
        formAction: self,
        fontSrc: self,
        manifestSrc: self,
        mediaSrc: self,
        workerSrc: self,
        frameSrc: self,
        frameAncestors: self,
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}

function answerError(app: App, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
  if (status === 500)
    app.log.error({ requestId: request.id, method: request.method, route: request.routeOptions.url, stack: error.stack }, 'request failed');
  return sendProblem(reply, { status, code: codeByStatus[status] ?? 'bad_request', ...(status === 500 ? { incident: request.id } : {}) });
}

const codeByStatus: Record<number, string> = {
  404: 'not_found',
  405: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  500: 'server_error',
  400: 'malformed',
};

/** Streams cannot be told apart by type alone; asked here once. */
export function isStream(value: unknown): value is Readable {
  return value instanceof Readable;
}
