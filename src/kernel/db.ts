import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { isRecording, spanned } from './spans.ts';
import { type Answer, ask } from './statement.ts';

/**
 * The only handle that can run SQL. Columns come back in camelCase; `date` as `'YYYY-MM-DD'`, `timestamptz` as `Date`, `bigint` and `numeric` as number.
 */
export type Tx = {
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The one row, or none. Throws when there are more. */
  maybe<Row>(text: string, values?: readonly unknown[]): Promise<Row | undefined>;
  /** The one row. Throws when there is none or more than one. */
  one<Row>(text: string, values?: readonly unknown[]): Promise<Row>;
  /** How many rows were changed. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
  /** A write whose outcome only the commit needs to know: it travels with the commit, and undoes everything when it fails. */
  send(text: string, values?: readonly unknown[]): void;
  /** Which database this is: what is held in memory of one must not answer for another. */
  readonly database: object;
};

export type Database = {
  /** All or nothing. Commits durably before it answers. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reading only: takes a connection when the first statement comes, writes are refused by the database. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** Statements run since the start, for tests that count them and for metrics. */
  readonly statements: () => number;
  /** Connections of each pool, and who waits for one. */
  readonly connections: () => readonly { pool: 'write' | 'read'; busy: number; idle: number; waiting: number }[];
};

/** Thrown by an action's caller to undo the transaction and still hand a value out. */
class Undo<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}
export function undo<T>(value: T): never {
  throw new Undo(value);
}

const nameByText = new Map<string, string>();

/** Statements are named by their text, so that PostgreSQL parses and plans them once a connection. Off behind a pooler that mixes connections. */
function statementName(text: string): string {
  let name = nameByText.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url').slice(0, 20);
    nameByText.set(text, name);
  }
  return name;
}

/** Who has waited `patienceMs` for a connection is told that the database is away. */
export type DatabaseOptions = { url: string; max?: number; named?: boolean; patienceMs?: number; onError?: (error: Error) => void };
type Source = {
  readonly database: object;
  readonly connect: () => Promise<pg.ClientBase>;
  readonly named: boolean;
  readonly count: () => void;
  readonly opening?: string;
};
type Session = { readonly tx: Tx; readonly taken: () => Promise<pg.ClientBase> | undefined; readonly sent: Promise<unknown>[] };

/**
 * A connection that is taken when the first statement comes. What opens it (`begin`) travels in front of that statement, and what is `sent` in front of the
 * commit, without being waited for: a transaction that decides and then writes costs two round trips.
 */
function openSession({ database, connect, named, count, opening }: Source): Session {
  let client: Promise<pg.ClientBase> | undefined;
  const sent: Promise<unknown>[] = [];
  const send = (answer: Promise<unknown>) => {
    answer.catch(ignore);
    sent.push(answer);
  };
  const take = () => {
    client ??= connect().then((taken) => {
      if (opening) send(ask(together(taken), { text: opening }));
      return taken;
    });
    return client;
  };
  const run = async (text: string, values: readonly unknown[]) => {
    const taken = together(await take());
    try {
      return await ask(taken, { text, values, name: named ? statementName(text) : undefined });
    } catch (error) {
      // Thrown where the socket is read, it would not say who asked.
      Error.captureStackTrace(error as Error);
      throw error;
    }
  };
  const query = (text: string, values: readonly unknown[] = []) => {
    count();
    if (!isRecording()) return run(text, values);
    return spanned('SQL', { kind: 'client', facts: { 'db.system.name': 'postgresql', 'db.query.text': text } }, () => run(text, values));
  };
  return { tx: { ...toTx(query, send), database }, taken: () => client, sent };
}

/** What is asked in one go leaves in one packet: a write to a socket costs more than the statement in it. */
function together<Client extends pg.ClientBase>(client: Client): Client {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return client;
}

type Query = (text: string, values?: readonly unknown[]) => Promise<Answer>;

function toTx(query: Query, send: (answer: Promise<unknown>) => void): Omit<Tx, 'database'> {
  const rows = async <Row>(text: string, values?: readonly unknown[]) => (await query(text, values)).rows as Row[];
  const maybe = async <Row>(text: string, values?: readonly unknown[]) => {
    const found = await rows<Row>(text, values);
    if (found.length > 1) throw new Error(`expected at most one row, got ${found.length}: ${text}`);
    return found[0];
  };
  return {
    rows,
    maybe,
    one: async <Row>(text: string, values?: readonly unknown[]) => {
      const found = await maybe<Row>(text, values);
      if (!found) throw new Error(`expected one row, got none: ${text}`);
      return found;
    },
    run: async (text, values) => (await query(text, values)).count,
    send: (text, values) => send(query(text, values)),
  };
}

const ignore = () => {};

/** For a test's own connection, whose outer transaction is rolled back. */
export function txOn(client: pg.ClientBase, named: boolean): Tx {
  return openSession({ database: {}, connect: async () => client, named, count: ignore }).tx;
}

/** Two pools, one that writes in transactions and one that can only read; there is no third way to SQL. */
export function openDatabase({ url, max = 16, named = true, patienceMs = 10_000, onError = ignore }: DatabaseOptions): Database {
  const pools = [url, withOption(url, 'default_transaction_read_only=on')].map(
    (connectionString) => new pg.Pool({ connectionString, max, keepAlive: true, pipeline: true, connectionTimeoutMillis: patienceMs }),
  );
  const [writers, readers] = pools as [pg.Pool, pg.Pool];
  for (const pool of pools) {
    pool.on('error', onError);
    // A connection lost while it is taken but idle would otherwise end the process.
    pool.on('connect', (client) => client.on('error', onError));
  }
  let statements = 0;
  const database = {};
  const from = (pool: pg.Pool) => ({ database, connect: () => pool.connect(), named, count: () => void (statements += 1) });
  const connections = (pool: 'write' | 'read', { totalCount, idleCount, waitingCount }: pg.Pool) => ({
    pool,
    busy: totalCount - idleCount,
    idle: idleCount,
    waiting: waitingCount,
  });
  return {
    statements: () => statements,
    connections: () => [connections('write', writers), connections('read', readers)],
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
    transaction: (work) => inTransaction(openSession({ ...from(writers), opening: 'begin' }), work),
    read: (work) => reading(openSession(from(readers)), work),
  };
}

function withOption(url: string, option: string): string {
  const target = new URL(url);
  const before = target.searchParams.get('options');
  target.searchParams.set('options', `${before ? `${before} ` : ''}-c ${option}`);
  return target.toString();
}

async function inTransaction<T>(session: Session, work: (tx: Tx) => Promise<T>): Promise<T> {
  let broken: Error | undefined;
  try {
    const value = await work(session.tx);
    await commit(session);
    return value;
  } catch (error) {
    broken = await rollback(session);
    if (error instanceof Undo) return error.value as T;
    throw error;
  } finally {
    await release(session, broken);
  }
}

/** The first thing that failed is the error; PostgreSQL answers a commit after a failure with a rollback. */
async function commit({ taken, sent }: Session): Promise<void> {
  const client = await taken();
  if (!client) return;
  const answers = await Promise.allSettled([...sent, ask(together(client), { text: 'commit' })]);
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
}

async function rollback({ taken }: Session): Promise<Error | undefined> {
  const client = await taken()?.catch(ignore);
  return client?.query('rollback').then(ignore, (lost: Error) => lost) as Promise<Error | undefined>;
}

async function release({ taken }: Session, broken: Error | undefined): Promise<void> {
  const client = (await taken()?.catch(ignore)) as pg.PoolClient | undefined;
  client?.release(broken);
}

async function reading<T>(session: Session, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(session.tx);
  } finally {
    await release(session, undefined);
  }
}
