import type { FastifyInstance } from 'fastify';
import { createApp, createHttp } from '#main/app.ts';
import { readConfig } from '#main/config.ts';
import { loadDemo } from '#main/demo.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grant } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dispatch } from '#kernel/jobs.ts';
import { cloneDatabase } from './database.ts';
import { notingRefusals, notingUploads } from './refusals.ts';

export type Answer = {
  readonly status: number;
  readonly body: Record<string, unknown> & { code?: string; facts?: Record<string, unknown> };
  readonly headers: Record<string, unknown>;
};
export type Desk = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly send: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly token: string | undefined;
};

/** A whole office on a database of its own, with the demo's people and its written items: what really commits, spoken to over HTTP. */
export type Office = {
  readonly app: App;
  readonly http: FastifyInstance;
  readonly ownerUrl: string;
  /** Somebody of the demo, signed in; without a name, somebody who is not. */
  readonly as: (username?: string) => Promise<Desk>;
  /** A new member of staff with these roles, signed in. */
  readonly hire: (...grants: readonly Grant[]) => Promise<Desk>;
  /** Turns what is in the outbox into jobs. */
  readonly dispatch: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** With a `log`, what would be written is told to it. */
export async function openOffice(env: NodeJS.ProcessEnv = {}, log?: App['log']): Promise<Office> {
  const { ownerUrl, appUrl, drop } = await cloneDatabase();
  const config = readConfig({
    TONGBAN_DEMO: '1',
    TONGBAN_DATA: mkdtempSync(join(tmpdir(), 'tongban-office-')),
    LOG_LEVEL: 'silent',
    TONGBAN_POOL: '8',
    ...env,
  });
  const made = createApp(config, appUrl);
  const modules = notingRefusals(made.modules);
  const app: App = { ...made, ...(log && { log }), modules, uploads: notingUploads(modules, made.uploads) };
  await loadDemo(app, { generated: false, cases: false });
  const http = await createHttp(app, config);
  await http.ready();
  return {
    app,
    http,
    ownerUrl,
    as: async (username) => deskOf(http, username ? await signIn(http, username) : undefined),
    hire: async (...grants) => deskOf(http, await hire(http, grants)),
    dispatch: () => dispatch(app),
    close: async () => {
      await http.close();
      await app.db.close();
      await drop();
    },
  };
}

let hired = 0;

async function hire(http: FastifyInstance, grants: readonly Grant[]): Promise<string> {
  hired += 1;
  const admin = deskOf(http, await signIn(http, 'admin'));
  const made = await admin.post('/identity/staff', { username: `hired.${hired}`, name: `Hired ${hired}`, grants });
  const { invitation } = made.body;
  const { body } = await deskOf(http, undefined).post('/identity/invitations/accept', { invitation, password: 'green-lantern-42' });
  if (!body['token']) throw new Error(`nobody was hired: ${JSON.stringify([made.body, body])}`);
  return body['token'] as string;
}

async function signIn(http: FastifyInstance, username: string): Promise<string> {
  const answer = await http.inject({ method: 'POST', url: '/api/v1/identity/sessions', payload: { username, password: 'tongban-demo' } });
  if (answer.statusCode !== 201) throw new Error(`${username} could not sign in: ${answer.body}`);
  return (answer.json() as { token: string }).token;
}

function deskOf(http: FastifyInstance, token: string | undefined): Desk {
  const send: Desk['send'] = async (method, path, body, headers = {}) => {
    const answer = await http.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return { status: answer.statusCode, body: answer.body ? (JSON.parse(answer.body) as Answer['body']) : {}, headers: answer.headers };
  };
  return { token, send, get: (path) => send('GET', path), post: (path, body = {}, headers = {}) => send('POST', path, body, headers) };
}
