import fastify from 'fastify';
import pg from 'pg';
import { form } from './form.ts';

/**
 * A bare server as a yardstick, in ordinary code: Fastify, pg, one handler a route. It does what the comparison names (token looked up, form checked, the two
 * papers seen to be the sender's and clean, case, log entry and outbox row in one durable transaction) and nothing else: no rules, calendars, chains or retries.
 * `/least` leaves out the papers and the outbox and writes in a single statement, the least that can be called a submission.
 * Its work list pages by OFFSET with an exact count, its search is a substring, as such servers do.
 */
const pool = new pg.Pool({ connectionString: process.env['REFERENCE_URL'], max: 16 });
const server = fastify({ bodyLimit: 1_048_576 });

const named = (name: string, text: string, values: unknown[] = [], on: pg.Pool | pg.PoolClient = pool) => on.query({ name, text, values });

const personByRequest = new WeakMap<object, number>();
server.addHook('onRequest', async (request, reply) => {
  const token = request.headers.authorization?.slice(7) ?? '';
  const { rows } = await named('session', 'select person_id from session where token = $1', [token]);
  if (rows.length === 0) return reply.code(401).send({ code: 'sign_in_needed' });
  personByRequest.set(request, rows[0].person_id);
  return undefined;
});

type Body = { files: string[] };
let serial = 0;
const newCaseNo = () => `R${process.pid}-${(serial += 1)}`;

server.post<{ Body: Body }>('/applications', { schema: { body: form } }, async (request, reply) => {
  const { files } = request.body;
  const personId = personByRequest.get(request);
  const found = await named('files', 'select id from file where id = any($1) and owner = $2 and clean', [files, personId]);
  if (found.rows.length !== files.length) return reply.code(409).send({ code: 'files_unusable' });
  const caseNo = newCaseNo();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const filed = await named(
      'application',
      `insert into application (case_no, agency, status, due, body) values ($1, $2, 'submitted', current_date + 5, $3) returning id`,
      [caseNo, serial % 50, JSON.stringify(request.body)],
      client,
    );
    const { id } = filed.rows[0];
    await named('event', `insert into event (application_id, kind, actor, at) values ($1, 'submitted', $2, now())`, [id, personId], client);
    await named('outbox', `insert into outbox (kind, payload, at) values ('submitted', $1, now())`, [JSON.stringify({ caseNo })], client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  return reply.code(201).send({ caseNo });
});

server.post('/applications/least', { schema: { body: form } }, async (request, reply) => {
  const caseNo = newCaseNo();
  await named(
    'least',
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
  const { rows } = await named(
    'search',
    `select code, name, count(*) over ()::int as total from item where name ilike '%' || $1 || '%' order by length(name), code limit 20`,
    [request.query.q],
  );
  return { rows: rows.map(({ code, name }) => ({ code, name })), total: rows[0]?.total ?? 0 };
});

await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
console.log('ready');
