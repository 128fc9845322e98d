import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askProvider, readAnswer, type Subject } from '#adapters/identity-provider.ts';
import type { App } from '#kernel/app.ts';
import type { Tx } from '#kernel/db.ts';
import { browserOf } from '#kernel/http/browser.ts';
import { keepSession } from '#kernel/http/session.ts';
import { newId } from '#kernel/ids.ts';
import { openSession } from './actions/open-session.ts';
import { insertPerson, setGrants } from './queries/people.ts';
import { findPersonIdBySubject, insertProviderSubject, insertProviderVisit, takeProviderVisit } from './queries/provider.ts';
import { toLocalPath } from './rules/names.ts';
import { settings } from './settings.ts';

const visitCookie = 'tongban_provider';
const visitMs = 10 * 60_000;

/**
 * Single sign-on (OpenID Connect, code flow with PKCE). Not pages: the browser is sent away and comes back by links, and the provider is asked
 * between two transactions. The state stands in a row taken once and in a cookie of this browser, so that nobody can be signed in by a foreign link.
 */
export function mountProvider(server: FastifyInstance, app: App, { secureCookies }: { secureCookies: boolean }): void {
  server.get('/sign-in/oidc', (request, reply) => goToProvider(app, { request, reply, secureCookies }));
  server.get('/sign-in/oidc/callback', (request, reply) => comeBack(app, { request, reply, secureCookies }));
}

type Exchange = { request: FastifyRequest; reply: FastifyReply; secureCookies: boolean };

async function goToProvider(app: App, { request, reply, secureCookies }: Exchange): Promise<FastifyReply> {
  const { provider } = settings();
  const asked = provider && (await askProvider(provider));
  if (!asked) return toSignIn(reply, 'unavailable');
  const next = toLocalPath((request.query as Record<string, string>)['next']) ?? '/my';
  await app.db.transaction((tx) => insertProviderVisit(tx, { ...asked.question, next }, app.now()));
  reply.setCookie(visitCookie, asked.question.state, {
    path: '/sign-in/oidc',
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies,
    maxAge: visitMs / 1000,
  });
  return reply.redirect(asked.url, 303);
}

async function comeBack(app: App, { request, reply, secureCookies }: Exchange): Promise<FastifyReply> {
  const { provider } = settings();
  const state = request.cookies[visitCookie];
  reply.clearCookie(visitCookie, { path: '/sign-in/oidc' });
  const asked = state && (await app.db.transaction((tx) => takeProviderVisit(tx, state, new Date(app.now().getTime() - visitMs))));
  if (!provider || !asked) return toSignIn(reply, 'over');
  const subject = await readAnswer(provider, asked, request.url.split('?')[1] ?? '');
  if (!subject) return toSignIn(reply, 'refused');
  const session = await app.db.transaction(async (tx) =>
    openSession({ tx, now: app.now(), browser: browserOf(request.headers['user-agent']) }, await personOf(tx, subject, app.now())),
  );
  keepSession(reply, session.token, secureCookies);
  return reply.redirect(asked.next, 303);
}

function toSignIn(reply: FastifyReply, why: 'unavailable' | 'over' | 'refused'): FastifyReply {
  return reply.redirect(`/sign-in?provider=${why}`, 303);
}

/** The person linked to a subject; a subject seen for the first time becomes a citizen. Staff are linked by giving that person roles. */
async function personOf(tx: Tx, { issuer, subject, name, email }: Subject, now: Date): Promise<string> {
  const known = await findPersonIdBySubject(tx, issuer, subject);
  if (known) return known;
  const personId = newId();
  if (!(await insertProviderSubject(tx, { issuer, subject, personId, now })))
    return (await findPersonIdBySubject(tx, issuer, subject)) as string;
  const unknown = { phone: '', numberMasked: null, numberHash: null, unitCode: null };
  await insertPerson(tx, {
    ...unknown,
    personId,
    kind: 'person',
    name: name ?? subject,
    email: email ?? null,
    language: 'zh-Hans',
    care: false,
    now,
  });
  await setGrants(tx, personId, [{ role: 'citizen', unitCode: '' }]);
  return personId;
}
