import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone, type Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { isLanguage, type Language, negotiate } from '../locale.ts';

export const sessionCookie = 'tongban_session';
export const languageCookie = 'tongban_language';

/** A person's cookie ends with the browser, and how long the session lasts slides on the server; a device is switched off and on, so its cookie has an end of its own. */
export function keepSession(reply: FastifyReply, token: string, secure: boolean, until?: Date): void {
  reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, ...(until ? { expires: until } : {}) });
}

/** A bearer token (programs, devices) or the session cookie (people). */
export async function actorOf(app: App, request: FastifyRequest): Promise<Actor> {
  const token = tokenOf(request);
  return (token && (await app.resolveSession(token))) || anyone;
}

export function tokenOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice(7) : request.cookies[sessionCookie];
}

/** The page's path says the language; else what the reader chose before; else what the browser asks for. */
export function languageOf(request: FastifyRequest, fallback: Language): Language {
  const inPath = request.url.split(/[/?]/, 2)[1];
  const chosen = (request.query as Record<string, unknown> | undefined)?.['lang'] ?? request.cookies?.[languageCookie];
  if (isLanguage(inPath)) return inPath;
  return isLanguage(chosen) ? chosen : negotiate(request.headers['accept-language'], fallback);
}

/** A browser says where a form comes from; another site's form is refused. Programs send no Origin and no cookie. */
export function isForeign(request: FastifyRequest): boolean {
  const origin = request.headers.origin ?? (request.headers.referer ? originOf(request.headers.referer) : undefined);
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  return origin !== `${request.protocol}://${request.host}`;
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : 'null';
}
