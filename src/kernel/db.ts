import { createHash } from 'node:crypto';
import pg from 'pg';

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
};

export type Database = {
  /** All or nothing. Commits durably before it answers. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reading only: takes a connection when the first statement comes, writes are refused by the database. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** Statements run since the start, for tests that count them and for metrics. */
  readonly statements: () => number;
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

const types = {
  getTypeParser(oid: number, format?: string) {
    if (oid === 1082 || oid === 1114) return (value: string) => value;
    if (oid === 20 || oid === 1700) return (value: string) => Number(value);
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

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

const keysByFields = new WeakMap<readonly pg.FieldDef[], string[]>();
const keyByColumn = new Map<string, string>();

function toCamel(column: string): string {
  let key = keyByColumn.get(column);
  if (!key) {
    key = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    keyByColumn.set(column, key);
  }
  return key;
}

function toRows<Row>(result: pg.QueryArrayResult): Row[] {
  let keys = keysByFields.get(result.fields);
  if (!keys) {
    keys = result.fields.map((field) => toCamel(field.name));
    keysByFields.set(result.fields, keys);
  }
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < values.length; i += 1) row[(keys as string[])[i] as string] = values[i];
    return row as Row;
  });
}

const ignore = () => {};

/** `client` may be a test's connection whose outer transaction is rolled back. */
export function txOn(client: pg.ClientBase, named: boolean, count: () => void = () => {}): Tx {
  let last: Promise<unknown> | undefined;
  const ask = (text: string, values: readonly unknown[]) => {
    count();
    return client.query({ text, values: values as unknown[], rowMode: 'array', types, ...(named ? { name: statementName(text) } : {}) });
  };
  // One connection answers one question at a time; questions asked together stand in line here.
  const query = (text: string, values: readonly unknown[] = []) => {
    const answer = last ? last.then(() => ask(text, values)) : ask(text, values);
    const settled: Promise<unknown> = answer.then(ignore, ignore).then(() => {
      if (last === settled) last = undefined;
    });
    last = settled;
    return answer;
  };
  const rows = async <Row>(text: string, values?: readonly unknown[]) => toRows<Row>(await query(text, values));
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
    run: async (text, values) => (await query(text, values)).rowCount ?? 0,
  };
}

export type DatabaseOptions = { url: string; max?: number; named?: boolean; onError?: (error: Error) => void };

/** Two pools, one that writes in transactions and one that can only read; there is no third way to SQL. */
export function openDatabase({ url, max = 16, named = true, onError = () => {} }: DatabaseOptions): Database {
  const writers = new pg.Pool({ connectionString: url, max, keepAlive: true });
  const readers = new pg.Pool({ connectionString: withOption(url, 'default_transaction_read_only=on'), max, keepAlive: true });
  for (const pool of [writers, readers]) pool.on('error', onError);
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  return {
    statements: () => statements,
    close: async () => {
      await Promise.all([writers.end(), readers.end()]);
    },
    transaction: (work) => inTransaction(writers, (client) => work(txOn(client, named, count))),
    read: (work) => reading(readers, (client) => txOn(client, named, count), work),
  };
}

function withOption(url: string, option: string): string {
  const target = new URL(url);
  const before = target.searchParams.get('options');
  target.searchParams.set('options', `${before ? `${before} ` : ''}-c ${option}`);
  return target.toString();
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    if (error instanceof Undo) return error.value as T;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function reading<T>(pool: pg.Pool, toTx: (client: pg.PoolClient) => Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  let taken: Promise<{ client: pg.PoolClient; tx: Tx }> | undefined;
  const tx = async () => {
    taken ??= pool.connect().then((client) => ({ client, tx: toTx(client) }));
    return (await taken).tx;
  };
  try {
    return await work({
      rows: async (text, values) => (await tx()).rows(text, values),
      maybe: async (text, values) => (await tx()).maybe(text, values),
      one: async (text, values) => (await tx()).one(text, values),
      run: async (text, values) => (await tx()).run(text, values),
    });
  } finally {
    if (taken) (await taken).client.release();
  }
}
