import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayCall } from '../actor.ts';
import { type App, bindEndpoints } from '../app.ts';
import type { Act } from '../endpoint.ts';
import { newToken, sha256 } from '../ids.ts';
import { languages, type Language } from '../locale.ts';
import type { FormState, Page, PageRequest, Redirect } from '../page.ts';
import { fromForm, unflatten } from '../parse.ts';
import { type Outcome, perform } from '../pipeline.ts';
import { deleteParkedBeyond, findParkedForm, insertParkedForm, type Published, sendAftermath, toPublished } from '../queries.ts';
import { type Facts, isRefusal } from '../result.ts';
import { browserOf } from './browser.ts';
import { isFile, isStream, sendFileBody, sendStreamBody } from './files.ts';
import { postedFields } from './posted.ts';
import { actorOf, isForeign, keepSession, languageCookie, languageOf, sessionCookie } from './session.ts';

/** What `main` draws around a page's view: shell, menu, banner. `problem` stands in for a page that cannot be shown. */
export type Drawing = { page: Page; data: unknown; act: Act; request: PageRequest; form: FormState | undefined; care: boolean };
export type Render = {
  page(drawing: Drawing): Promise<string>;
  problem(problem: {
    status: number;
    code: string;
    facts: Facts;
    incident?: string;
    act: Act;
    request: PageRequest;
    page: Page | undefined;
    care: boolean;
  }): Promise<string>;
};
export type PageOptions = { readonly render: Render; readonly fallbackLanguage: Language; readonly secureCookies: boolean };

type Visit = {
  app: App;
  options: PageOptions;
  page: Page;
  http: FastifyRequest;
  reply: FastifyReply;
  act: Omit<Act, 'tx' | 'publish' | 'afterCommit'>;
  request: PageRequest;
  care: boolean;
};

const parkedForMs = 3_600_000;
const largestParked = 65_536;
const mostParkedOfAddress = 20;
const mostParked = 2000;

/** Portal pages carry the language in their path; the others know it from a cookie, which a language in front of their path sets. */
export function mountPages(server: FastifyInstance, app: App, options: PageOptions): void {
  for (const page of app.modules.flatMap((module) => module.pages)) {
    const inPortal = page.shell === 'portal';
    const prefixed = `/:language(${languages.map((tag) => `^${tag}$`).join('|')})${page.path === '/' ? '' : page.path}`;
    const url = inPortal ? prefixed : page.path;
    const visit = async (http: FastifyRequest, reply: FastifyReply): Promise<Visit> => ({
      app,
      options,
      page,
      http,
      reply,
      ...(await context(app, options, http, reply)),
    });
    server.get(url, async (http, reply) => show(await visit(http, reply), undefined, 200));
    if (Object.keys(page.forms).length > 0) server.post(url, async (http, reply) => submit(await visit(http, reply)));
    if (inPortal)
      server.get(page.path, (http, reply) =>
        reply.redirect(`/${languageOf(http, options.fallbackLanguage)}${http.url.replace(/^\/(?=\?|$)/, '')}`, 302),
      );
    else
      server.get(prefixed, (http, reply) => {
        keepCookie(reply, options, languageCookie, languageOf(http, options.fallbackLanguage));
        return reply.redirect(http.url.replace(/^\/[^/?]+/, ''), 302);
      });
  }
  server.setNotFoundHandler(async (http, reply) => {
    const { act, request, care } = await context(app, options, http, reply);
    const body = await app.db.read((tx) =>
      options.render.problem({
        status: 404,
        code: 'not_found',
        facts: {},
        act: { ...act, tx, publish: () => {}, afterCommit: () => {} },
        request,
        page: undefined,
        care,
      }),
    );
    return html(reply, 404, body);
  });
}

async function context(app: App, options: PageOptions, http: FastifyRequest, reply: FastifyReply) {
  const query = textOnly(http.query);
  const language = languageOf(http, options.fallbackLanguage);
  if (http.cookies[languageCookie] !== language) keepCookie(reply, options, languageCookie, language);
  if (query['care'] !== undefined) keepCookie(reply, options, 'tongban_care', query['care'] === '1' ? '1' : '0');
  const { language: _, ...params } = textOnly(http.params);
  return {
    act: {
      now: app.now(),
      actor: await actorOf(app, http),
      language,
      requestId: http.id,
      address: http.ip,
      browser: browserOf(http.headers['user-agent']),
    },
    request: { params, query, path: http.url.split('?')[0] as string, origin: `${http.protocol}://${http.host}` },
    care: (query['care'] ?? http.cookies['tongban_care']) === '1',
  };
}

function keepCookie(reply: FastifyReply, options: PageOptions, name: string, value: string): void {
  reply.setCookie(name, value, { path: '/', sameSite: 'lax', httpOnly: true, secure: options.secureCookies, maxAge: 31_536_000 });
}

/** No NUL character: the database knows none, and nobody types one. */
function textOnly(values: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((values ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      String(Array.isArray(value) ? value.at(-1) : value).replaceAll('\0', ''),
    ]),
  );
}

async function show(visit: Visit, form: FormState | undefined, status: number): Promise<FastifyReply> {
  const { app, page, act, request, reply } = visit;
  const allowed = mayCall(act.actor, page.may);
  if (allowed === 'sign_in_needed') return reply.redirect(signInPath(visit, undefined), 303);
  const published: Published[] = [];
  const answer = await app.db.read(async (tx) => {
    const full: Act = {
      ...act,
      tx,
      publish: (kind, payload) => published.push(toPublished('pages', kind, payload)),
      afterCommit: () => {},
    };
    if (allowed === 'forbidden') return problem(visit, full, { status: 403, code: 'forbidden', facts: {} });
    const data = await page.load(full, request);
    if (isRefusal(data))
      return problem(visit, full, {
        status: data.refused === 'not_found' ? 404 : data.refused === 'forbidden' ? 403 : 409,
        code: data.refused,
        facts: data.facts,
      });
    if (isRedirect(data) || isFile(data) || isStream(data)) return data;
    const kept = form ?? (await parkedForm(tx, visit));
    const own = status === 200 ? page.status?.(data) : undefined;
    return {
      status: own ?? status,
      body: await visit.options.render.page({ page, data, act: full, request, form: kept, care: visit.care }),
    };
  });
  if (published.length > 0) await app.db.transaction(async (tx) => sendAftermath(tx, act.now, published));
  if (isRedirect(answer)) return reply.redirect(answer.redirect, 303);
  if (isStream(answer)) return sendStreamBody(reply, answer, readingAs(visit));
  return isFile(answer) ? sendFileBody(reply, answer) : html(reply, answer.status, answer.body);
}

/** What is read while it is sent: each part as the same visitor, in a transaction of its own. */
function readingAs({ app, act }: Visit) {
  return <T>(work: (act: Act) => Promise<T>): Promise<T> =>
    app.db.read((tx) => work({ ...act, tx, publish: () => {}, afterCommit: () => {} }));
}

async function problem(visit: Visit, act: Act, { status, code, facts }: { status: number; code: string; facts: Facts }) {
  return {
    status,
    body: await visit.options.render.problem({ status, code, facts, act, request: visit.request, page: visit.page, care: visit.care }),
  };
}

/** A post that leads nowhere: nothing is loaded or done for it. */
async function refusePage(visit: Visit, refusal: { status: number; code: string }): Promise<FastifyReply> {
  const { status, body } = await visit.app.db.read((tx) =>
    problem(visit, { ...visit.act, tx, publish: () => {}, afterCommit: () => {} }, { ...refusal, facts: {} }),
  );
  return html(visit.reply, status, body);
}

async function submit(visit: Visit): Promise<FastifyReply> {
  const { app, page, act, request, http } = visit;
  const name = request.query['do'] ?? Object.keys(page.forms)[0] ?? '';
  const form = page.forms[name];
  const bound = form && bindings(app).get(form.endpoint);
  if (isForeign(http)) return refusePage(visit, { status: 403, code: 'foreign_origin' });
  if (!form || !bound) return refusePage(visit, { status: 404, code: 'not_found' });
  if (form.endpoint.takesFile && mayCall(act.actor, form.endpoint.may) !== 'yes') return show(visit, undefined, 403);
  const fields = await postedFields(http, { app, act, endpoint: form.endpoint });
  const values = { ...unflatten(fields.values) };
  const given = form.input ? form.input(values, request) : values;
  const input = { ...(fromForm(form.endpoint.input, given) as object), ...onlyKnown(form.endpoint.input, request.params) };
  const outcome: Outcome = fields.refusal
    ? { kind: 'refused', status: 415, code: fields.refusal.refused, facts: fields.refusal.facts }
    : await perform(app, {
        bound,
        ...act,
        input,
        idempotencyKey: typeof values['idempotencyKey'] === 'string' ? values['idempotencyKey'] : undefined,
      });
  if (outcome.kind === 'done') {
    const next = form.next(outcome.body as never, request);
    return next === undefined ? show(visit, { name, values: fields.values, result: outcome.body }, 200) : finish(visit, next, outcome.body);
  }
  if (outcome.kind === 'refused' && outcome.code === 'sign_in_needed')
    return form.endpoint.secret ? visit.reply.redirect(signInPath(visit, undefined), 303) : park(visit, name, fields.values);
  const state: FormState =
    outcome.kind === 'invalid'
      ? { name, values: fields.values, problems: outcome.problems }
      : { name, values: fields.values, refusal: { code: outcome.code, facts: outcome.facts } };
  return show(visit, state, outcome.status);
}

/** A sign-in form's result carries the session; every other result is just followed. */
function finish(visit: Visit, next: string, result: unknown): FastifyReply {
  const { reply, options } = visit;
  const session = result as { token?: unknown; expiresAt?: unknown; signedOut?: unknown; deviceId?: unknown };
  if (typeof session.token === 'string' && typeof session.expiresAt === 'string')
    keepSession(reply, session.token, options.secureCookies, session.deviceId ? new Date(session.expiresAt) : undefined);
  if (session.signedOut === true) reply.clearCookie(sessionCookie, { path: '/' });
  return reply.redirect(next, 303);
}

/** Anybody may have a form kept, so what is kept is bounded: its size, how many from one address, how many in all. */
async function park(visit: Visit, name: string, values: Readonly<Record<string, unknown>>): Promise<FastifyReply> {
  const { address, now } = visit.act;
  if (JSON.stringify(values).length > largestParked) return visit.reply.redirect(signInPath(visit, undefined), 303);
  const token = newToken();
  const addressHash = sha256(address);
  await visit.app.db.transaction(async (tx) => {
    await insertParkedForm(tx, { token, path: visit.request.path, name, values, addressHash, at: now });
    await deleteParkedBeyond(tx, { ofAddress: mostParkedOfAddress, inAll: mostParked, addressHash });
  });
  return visit.reply.redirect(signInPath(visit, token), 303);
}

async function parkedForm(tx: Act['tx'], { request, act }: Visit): Promise<FormState | undefined> {
  const token = request.query['parked'];
  const parked = token ? await findParkedForm(tx, token, request.path, new Date(act.now.getTime() - parkedForMs)) : undefined;
  return parked && { name: parked.name, values: parked.posted, refusal: { code: 'kept_for_you', facts: {} } };
}

function signInPath({ request, act }: Visit, parked: string | undefined): string {
  const query = new URLSearchParams(Object.entries(request.query).filter(([key]) => key !== 'do' && key !== 'parked'));
  if (parked) query.set('parked', parked);
  const next = query.size > 0 ? `${request.path}?${query}` : request.path;
  return `/${act.language}/sign-in?next=${encodeURIComponent(next)}`;
}

const bindingsByApp = new WeakMap<App, ReturnType<typeof bindEndpoints>>();
function bindings(app: App) {
  let found = bindingsByApp.get(app);
  if (!found) {
    found = bindEndpoints(app.modules);
    bindingsByApp.set(app, found);
  }
  return found;
}

function onlyKnown(schema: object, params: Readonly<Record<string, string>>): object {
  const known = (schema as { properties?: object }).properties ?? {};
  return fromForm(schema, Object.fromEntries(Object.entries(params).filter(([key]) => key in known))) as object;
}

function isRedirect(value: unknown): value is Redirect {
  return typeof value === 'object' && value !== null && 'redirect' in value;
}

function html(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(body);
}
