import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { parse } from 'yaml';
import type { App } from '#kernel/app.ts';
import { openDatabase } from '#kernel/db.ts';
import { createServer } from '#kernel/http/server.ts';
import type { Module } from '#kernel/module.ts';
import { cloneDatabase } from '#test/support/database.ts';
import { notingRefusals } from '#test/support/refusals.ts';
import { InLanguage } from '#ui/index.ts';
import { configureIdentity, type DemoCentre, identityModule, loadDemoPeople, mountProvider, resolveSession } from './index.ts';

export const demoCentre = parse(readFileSync(new URL('../../../data/demo/centre.yaml', import.meta.url), 'utf8')) as DemoCentre;

/** A centre of this module and a few others on a database of its own, with the demo's people and a clock that the test moves. */
export type TestCentre = {
  readonly app: App;
  readonly http: FastifyInstance;
  /** Moves the clock on. */
  readonly pass: (milliseconds: number) => void;
  readonly tokenOf: (username: string) => Promise<string>;
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    how?: { body?: object; token?: string | undefined },
  ) => Promise<Answered>;
  readonly close: () => Promise<void>;
};
/** Tests read answers loosely: what matters is asserted. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answered = { readonly status: number; readonly body: Record<string, any> };

export async function openTestCentre(others: readonly Module[] = [], startAt = '2020-07-30T09:00:00+08:00'): Promise<TestCentre> {
  const { appUrl, drop } = await cloneDatabase();
  const db = openDatabase({ url: appUrl, max: 8 });
  let now = new Date(startAt);
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const modules = notingRefusals([identityModule, ...others]);
  const app: App = {
    modules,
    db,
    now: () => now,
    log: silent,
    resolveSession: (token) => resolveSession(db, token, now),
    uploads: undefined,
  };
  configureIdentity({ demo: true, provider: undefined, numberKey: 'test', factorKey: 'test', zone: 'Asia/Shanghai' });
  await db.transaction((tx) => loadDemoPeople(tx, demoCentre, now));
  const http = await serve(app);
  const call: TestCentre['call'] = async (method, path, { body, token } = {}) => {
    const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), 'accept-language': 'en' };
    const answer = await http.inject({ method, url: `/api/v1${path}`, headers, ...(body ? { payload: body } : {}) });
    return { status: answer.statusCode, body: answer.json() as Answered['body'] };
  };
  return {
    app,
    http,
    call,
    pass: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    tokenOf: async (username) => {
      const { body } = await call('POST', '/identity/sessions', { body: { username, password: 'tongban-demo' } });
      return body['token'] as string;
    },
    close: async () => {
      await http.close();
      await db.close();
      await drop();
    },
  };
}

/** Pages without a shell: what the views themselves draw. */
async function serve(app: App): Promise<FastifyInstance> {
  const http = await createServer(app, {
    render: {
      page: async ({ page, data, act, request, form }) =>
        renderToString(h(InLanguage, { language: act.language, children: h(page.view as never, { data, act, request, form } as never) })),
      problem: async ({ status, code }) => `${status} ${code}`,
    },
    drawFailure: ({ status, code }) => `${status} ${code}`,
    fallbackLanguage: 'zh-Hans',
    assets: new URL('.', import.meta.url).pathname,
    trustProxy: 1,
    secureCookies: false,
  });
  mountProvider(http, app, { secureCookies: false });
  await http.ready();
  return http;
}
