import type { Actor, Role } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import { jobOf } from '#kernel/jobs.ts';
import type { Fact, Job } from '#kernel/module.ts';
import { withClient } from '#main/postgres/check.ts';
import { type Answer, type Desk, type Office, openOffice } from '#test/support/office.ts';
import { appointmentsModule } from './index.ts';

export const hall = 'hechuan-hall';
export const item = '440131904206';
const unit = 'service-bureau';

export type Slot = { readonly at: string; readonly free: number };
/** An office with as many citizens as a test wants, on a clock that the test moves. */
export type Counter = {
  readonly office: Office;
  /** Somebody new, signed in, known by name only; with roles, who works in the hall. */
  readonly someone: (roles?: readonly Role[]) => Desk;
  /** A member of staff of the hall. */
  readonly planner: Desk;
  readonly slots: (on: string, venue?: string) => Promise<Slot[]>;
  readonly hold: (desk: Desk, at: string, more?: object) => Promise<Answer>;
  /** Holds and books; the booking. */
  readonly book: (desk: Desk, at: string, more?: object) => Promise<Record<string, string>>;
  readonly pass: (milliseconds: number) => void;
  readonly now: () => Date;
  /** Runs the module's reactions on a fact, or on all facts since the last time. */
  readonly react: () => Promise<void>;
  readonly routine: (name: string) => Promise<void>;
  /** What the doctor finds. */
  readonly faults: () => Promise<string[]>;
  readonly sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
  readonly close: () => Promise<void>;
};

export async function openCounter(startAt = '2020-07-29T09:03:00+08:00'): Promise<Counter> {
  const office = await openOffice({ TONGBAN_NOW: startAt });
  const actors = new Map<string, Actor>();
  const { resolveSession, now } = office.app;
  let shiftMs = 0;
  const shifted = () => new Date(now().getTime() + shiftMs);
  Object.assign(office.app, { resolveSession: async (token: string) => actors.get(token) ?? resolveSession(token), now: shifted });
  const enter = (actor: Partial<Actor>): Desk => {
    const personId = newId();
    const token = `t${personId}`;
    actors.set(token, { kind: 'person', personId, name: 'Test', grants: [], unitCode: undefined, sessionId: undefined, ...actor });
    return deskOf(office, token);
  };
  const planner = enter({ name: 'Planner', grants: [{ role: 'planner', unitCode: unit }], unitCode: unit });
  const hold: Counter['hold'] = (desk, at, more = {}) => desk.post('/appointments/holds', { venue: hall, item, at, ...more });
  const job = jobOf(office.app, 'appointments');
  const sql = <Row>(text: string, values: unknown[] = []) =>
    withClient(office.ownerUrl, async (client) => (await client.query(text, values)).rows as Row[]);
  return {
    office,
    planner,
    hold,
    sql,
    someone: (roles = []) => enter({ grants: roles.map((role) => ({ role, unitCode: unit })) }),
    slots: async (on, venue = hall) =>
      (await planner.get(`/appointments/slots?venue=${venue}&item=${item}&on=${on}`)).body['rows'] as Slot[],
    book: async (desk, at, more = {}) => {
      const held = await hold(desk, at, more);
      const booked = await desk.post('/appointments', { holdId: held.body['holdId'], phone: '0600-610 9999' });
      if (booked.status !== 201) throw new Error(`not booked: ${JSON.stringify([held.body, booked.body])}`);
      return booked.body as Record<string, string>;
    },
    pass: (milliseconds) => {
      shiftMs += milliseconds;
    },
    now: shifted,
    react: reactor(sql, job),
    routine: async (name) => appointmentsModule.routines.find((one) => one.name === name)?.run(job),
    faults: async () => {
      const lines: string[] = [];
      for (const { name, run } of appointmentsModule.checkups) lines.push(...(await job.transaction(run)).map((row) => `${name}: ${row}`));
      return lines;
    },
    close: office.close,
  };
}

/** Runs the module's reactions on every fact since the last time. */
function reactor(sql: Counter['sql'], job: Job): () => Promise<void> {
  let seen = 0;
  return async () => {
    const facts = await sql<Fact & { fact_id: string }>(`select * from kernel.outbox where fact_id > $1 order by fact_id`, [seen]);
    for (const fact of facts) {
      seen = Number(fact.fact_id);
      for (const { run } of appointmentsModule.reactions.filter(({ on }) => on === `${fact.module}.${fact.kind}`)) await run(job, fact);
    }
  };
}

function deskOf({ http }: Office, token: string): Desk {
  const send: Desk['send'] = async (method, path, body, headers = {}) => {
    const answer = await http.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Answer['body'], headers: answer.headers };
  };
  return { token, send, get: (path) => send('GET', path), post: (path, body = {}, headers = {}) => send('POST', path, body, headers) };
}
