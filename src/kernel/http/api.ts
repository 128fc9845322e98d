import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, mayCall } from '../actor.ts';
import { bindEndpoints, type App, type Bound } from '../app.ts';
import { jsonOf } from '../kept-answer.ts';
import type { Language } from '../locale.ts';
import { openApi } from '../openapi.ts';
import { fromForm } from '../parse.ts';
import { type Outcome, perform } from '../pipeline.ts';
import { isRefusal } from '../result.ts';
import { browserOf } from './browser.ts';
import { fileOf, keepBodies } from './file-body.ts';
import { isFile, sendFileBody } from './files.ts';
import { actorOf, isForeign, languageOf, sessionCookie } from './session.ts';
import { storeFile, uploadStatus } from './uploads.ts';

export type ProblemBody = { status: number; code: string; facts?: unknown; paths?: unknown; incident?: string };

/** RFC 9457. No prose: the code has words in every language where a person reads it. */
export function sendProblem(reply: FastifyReply, problem: ProblemBody): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', title: problem.code, ...problem }));
}

export function mountApi(server: FastifyInstance, app: App, fallbackLanguage: Language): void {
  const mount = (target: FastifyInstance, bound: Bound) =>
    target.route({
      method: bound.endpoint.method,
      url: `/api/v1/${bound.module.name}${bound.endpoint.path}`,
      ...(bound.endpoint.bodyLimit ? { bodyLimit: bound.endpoint.bodyLimit } : {}),
      ...(bound.endpoint.takesFile || bound.endpoint === app.uploads?.endpoint
        ? { onRequest: (request, reply) => turnAway(app, bound, { request, reply }) }
        : {}),
      handler: (request, reply) => handle(app, bound, { request, reply, fallbackLanguage }),
    });
  const [taking, plain] = partition([...bindEndpoints(app.modules).values()], ({ endpoint }) => endpoint.takesFile === true);
  for (const bound of plain) mount(server, bound);
  void server.register(async (scope) => {
    keepBodies(scope);
    for (const bound of taking) mount(scope, bound);
  });
  let document: string | undefined;
  server.get('/api/v1/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApi(app.modules));
    return reply.header('content-type', 'application/json; charset=utf-8').send(document);
  });
  server.all('/api/*', (_request, reply) => sendProblem(reply, { status: 404, code: 'not_found' }));
}

/** Nobody's megabytes are read who may not send them. */
async function turnAway(
  app: App,
  { endpoint }: Bound,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const allowed = mayCall(await actorOf(app, request), endpoint.may);
  if (allowed !== 'yes') await sendProblem(reply, { status: allowed === 'forbidden' ? 403 : 401, code: allowed });
}

async function handle(
  app: App,
  bound: Bound,
  { request, reply, fallbackLanguage }: { request: FastifyRequest; reply: FastifyReply; fallbackLanguage: Language },
): Promise<FastifyReply> {
  if (request.method !== 'GET' && request.cookies[sessionCookie] && isForeign(request))
    return sendProblem(reply, { status: 403, code: 'foreign_origin' });
  // What is for one person is kept by nobody on the way.
  if (bound.endpoint.may !== 'anyone') reply.header('cache-control', 'no-store');
  const actor = await actorOf(app, request);
  const input = await inputOf(app, bound, { request, actor });
  if (isRefusal(input)) return sendProblem(reply, { status: uploadStatus(input.refused), code: input.refused, facts: input.facts });
  const outcome = await perform(app, {
    bound,
    input,
    actor,
    language: languageOf(request, fallbackLanguage),
    requestId: request.id,
    address: request.ip,
    browser: browserOf(headerOf(request, 'user-agent')),
    idempotencyKey: headerOf(request, 'idempotency-key'),
  });
  return answer(reply, outcome);
}

function answer(reply: FastifyReply, outcome: Outcome): FastifyReply {
  if (outcome.kind === 'invalid') return sendProblem(reply, { status: 400, code: 'invalid_input', paths: outcome.problems });
  if (outcome.kind === 'refused') return sendProblem(reply, { status: outcome.status, code: outcome.code, facts: outcome.facts });
  if (isFile(outcome.body)) return sendFileBody(reply.code(outcome.status), outcome.body);
  return reply.code(outcome.status).header('content-type', 'application/json; charset=utf-8').send(jsonOf(outcome.body));
}

/** Query for GET (text, read as the schema wants it), JSON body otherwise, one posted file for the upload endpoint. Path parameters come last and win. */
async function inputOf(app: App, bound: Bound, { request, actor }: { request: FastifyRequest; actor: Actor }): Promise<unknown> {
  const params = request.params as Record<string, string>;
  if (bound.endpoint === app.uploads?.endpoint) return uploadOf(app, actor, request);
  if (bound.endpoint.takesFile) return { ...fromQuery(bound, request), ...(await fileOf(bound.endpoint, request)), ...params };
  if (bound.endpoint.method === 'GET') return { ...(fromForm(bound.endpoint.input, request.query) as object), ...params };
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) return body;
  return { ...fromQuery(bound, request), ...body, ...params };
}

function fromQuery(bound: Bound, request: FastifyRequest): object {
  return Object.keys(request.query as object).length > 0 ? (fromForm(bound.endpoint.input, request.query) as object) : {};
}

function partition<T>(list: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  return [list.filter(holds), list.filter((one) => !holds(one))];
}

async function uploadOf(app: App, actor: Actor, request: FastifyRequest): Promise<unknown> {
  if (!request.isMultipart()) return {};
  const file = await request.file();
  return file ? storeFile(app, actor, { name: file.filename, stream: file.file }) : {};
}

export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}
