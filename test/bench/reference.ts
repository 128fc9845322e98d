import fastify from 'fastify';
import pg from 'pg';
import { form } from './form.ts';

/**
 * A bare server as a yardstick: the same form checked, a token looked up, application and event written in one durable statement.
 * No permissions, rules, calendars or chains. Its work list pages by OFFSET with an exact count, its search is a substring, as such servers do.
 */
const pool = new pg.Pool({ connectionString: process.env['REFERENCE_URL'], max: 16 });
const server = fastify({ bodyLimit: 1_048_576 });

const named = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values });

server.addHook('onRequest', async (request, reply) => {
  const token = request.headers.authorization?.slice(7) ?? '';
  const { rows } = await named('session', 'select person_id from session where token = $1', [token]);
  if (rows.length === 0) return reply.code(401).send({ code: 'sign_in_needed' });
  return undefined;
});

let serial = 0;
server.post('/applications', { schema: { body: form } }, async (request, reply) => {
  serial += 1;
  const caseNo = `R${process.pid}-${serial}`;
  await named(
    'submit',
    `with filed as (insert into application (case_no, agency, status, due, body) values ($1, $2, 'submitted', current_date + 5, $3) returning id)
     insert into event (application_id, kind, at) select id, 'submitted', now() from filed`,
    [caseNo, serial % 50, JSON.stringify(request.body)],
  );
  return reply.code(201).send({ caseNo });
});

server.get<{ Params: { no: string } }>('/applications/:no', async (request, reply) => {
  const { rows } = await named('status', 'select case_no, status, due, body from application where case_no = $1', [request.params.no]);
  return rows[0] ?? reply.code(404).send({ code: 'not_found' });
});

server.get<{ Querystring: { page?: string } }>('/applications', async (request) => {
  const offset = (Number(request.query.page ?? 1) - 1) * 50;
  const list = await named(
    'list',
    `select case_no, status, due from application where agency = $1 and status = any($2) order by due, id limit 50 offset $3`,
    [7, ['submitted', 'review'], offset],
  );
  const count = await named('count', `select count(*)::int as total from application where agency = $1 and status = any($2)`, [
    7,
    ['submitted', 'review'],
  ]);
  return { rows: list.rows, total: count.rows[0].total };
});

server.get<{ Querystring: { q: string } }>('/items', async (request) => {
  const { rows } = await named('search', `select code, name from item where name ilike '%' || $1 || '%' order by length(name) limit 20`, [
    request.query.q,
  ]);
  return { rows };
});

await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
console.log('ready');
