import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { anyone, system } from '../actor.ts';
import type { App } from '../app.ts';
import type { Database, Tx } from '../db.ts';
import { endpoint } from '../endpoint.ts';
import { defineModule } from '../module.ts';
import { mountApi } from './api.ts';

const take = endpoint({
  method: 'POST',
  path: '/take',
  may: ['admin'],
  about: 'Takes a file.',
  input: Type.Object({
    content: Type.Unsafe<string | Uint8Array>(Type.Unknown()),
    format: Type.String(),
    rows: Type.Optional(Type.Integer()),
    fileName: Type.Optional(Type.String()),
  }),
  output: Type.Object({
    text: Type.String(),
    format: Type.String(),
    rows: Type.Optional(Type.Integer()),
    fileName: Type.Optional(Type.String()),
  }),
  refusals: {},
  takesFile: true,
  bodyLimit: 1000,
});

const module = defineModule({
  name: 'files',
  contract: { take },
  actions: { take: async (_act, { content, ...rest }) => ({ text: Buffer.from(content as Uint8Array).toString('utf8'), ...rest }) },
  migrations: new URL('.', import.meta.url),
});

async function post(type: string | undefined, body: string | Buffer, token = 'admin') {
  const db: Database = {
    transaction: (work) => work({} as Tx),
    read: (work) => work({} as Tx),
    close: async () => {},
    statements: () => 0,
    connections: () => [],
  };
  const resolveSession = async (sent: string) => (sent === 'admin' ? system : anyone);
  const app: App = {
    modules: [module],
    db,
    now: () => new Date(0),
    log: { info() {}, warn() {}, error() {} },
    resolveSession,
    uploads: undefined,
  };
  const server = fastify();
  await server.register(cookie);
  await server.register(multipart);
  mountApi(server, app, 'en');
  const headers = { authorization: `Bearer ${token}`, ...(type === undefined ? {} : { 'content-type': type }) };
  return server.inject({ method: 'POST', url: '/api/v1/files/take?format=x&rows=3', headers, payload: body });
}

test.each(['application/octet-stream', 'text/csv', 'text/plain', 'application/json', 'application/x-www-form-urlencoded', undefined])(
  'a body that calls itself %s is the file, its settings stand in the query',
  async (type) => {
    const answer = await post(type, Buffer.from('a,b\n1,2'));
    expect(answer.json()).toEqual({ text: 'a,b\n1,2', format: 'x', rows: 3 });
  },
);

test('a part of a form is the file, with its name', async () => {
  const body =
    '--b\r\ncontent-disposition: form-data; name="format"\r\n\r\ny\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="行.csv"\r\n\r\na;b\r\n--b--\r\n';
  const answer = await post('multipart/form-data; boundary=b', body);
  expect(answer.json()).toEqual({ text: 'a;b', format: 'y', rows: 3, fileName: '行.csv' });
});

test('JSON with a content is unwrapped, other JSON is the file itself', async () => {
  expect((await post('application/json', '{"content":"a","format":"z"}')).json()).toMatchObject({ text: 'a', format: 'z' });
  expect((await post('application/json', '[{"code":1}]')).json()).toMatchObject({ text: '[{"code":1}]', format: 'x' });
});

test('what is larger than the endpoint allows is not taken, and from strangers nothing is read', async () => {
  expect((await post('text/csv', 'x'.repeat(1001))).statusCode).toBe(413);
  expect((await post('text/csv', 'x'.repeat(1001), 'stranger')).statusCode).toBe(401);
});
