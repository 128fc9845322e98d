import pg from 'pg';

export type Answer = { readonly rows: readonly unknown[]; readonly count: number };
type Asked = { readonly text: string; readonly values?: readonly unknown[]; readonly name?: string | undefined };
type Column = { readonly key: string; readonly parse: (text: string) => unknown };

/** What of the driver's own query and connection is built on here. */
type Connection = { describe(what: unknown): void };
type DriverQuery = { name?: string | undefined; values?: readonly unknown[]; prepare(connection: Connection): void };
type Settle = (error: Error | null, answer: Answer) => void;

/** What a connection has been told of the statements prepared on it; `brief` is the connection for statements whose columns are known: it asks for no description. */
type Known = { readonly columnsByName: Map<string, readonly Column[]>; readonly brief: Connection };
const knownByConnection = new WeakMap<Connection, Known>();

function knownOf(connection: Connection): Known {
  let known = knownByConnection.get(connection);
  if (!known) {
    known = { columnsByName: new Map(), brief: Object.assign(Object.create(connection) as Connection, { describe() {} }) };
    knownByConnection.set(connection, known);
  }
  return known;
}

/**
 * The driver's query, but for what it does anew each time: a prepared statement's columns never change on a connection, so they are described, named and given
 * their parsers once, and rows are made as they will be used.
 */
class Statement extends (pg.Query as unknown as new (text: string) => DriverQuery) {
  private readonly found: unknown[] = [];
  private count = 0;
  readonly callback: Settle;
  private columns: readonly Column[] | undefined;
  private failure: Error | null = null;
  private learn: (columns: readonly Column[]) => void = () => {};

  constructor({ text, values, name }: Asked, callback: Settle) {
    super(text);
    this.callback = callback;
    this.name = name;
    if (values) this.values = values;
  }

  override prepare(connection: Connection): void {
    const { name } = this;
    const known = knownOf(connection);
    this.columns = name === undefined ? undefined : known.columnsByName.get(name);
    if (name !== undefined) this.learn = (columns) => known.columnsByName.set(name, columns);
    super.prepare(this.columns ? known.brief : connection);
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({ key: toCamel(name), parse: parserOf(dataTypeID) }));
    this.learn(this.columns);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    try {
      this.found.push(toRow(this.columns ?? [], fields));
    } catch (error) {
      this.failure = error as Error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.count = Number(text.slice(text.lastIndexOf(' ') + 1)) || 0;
    if (!this.columns) this.learn([]);
  }

  handleReadyForQuery(): void {
    this.callback(this.failure, { rows: this.found, count: this.count });
  }
}

/** Asks one statement. A name prepares it on the connection; what it is answered with has its columns in camelCase. */
export function ask(client: pg.ClientBase, asked: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    client.query(new Statement(asked, (error, answer) => (error ? reject(error) : resolve(answer))) as unknown as pg.Submittable);
  });
}

function toRow(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i += 1) {
    const { key, parse } = columns[i] as Column;
    const text = fields[i];
    row[key] = text === null || text === undefined ? null : parse(text);
  }
  return row;
}

/** Days stay text, numbers of any length become numbers, the rest as the driver reads it. */
function parserOf(oid: number): (text: string) => unknown {
  if (oid === 1082 || oid === 1114) return (text) => text;
  if (oid === 20 || oid === 1700) return Number;
  return pg.types.getTypeParser(oid, 'text');
}

const keyByColumn = new Map<string, string>();

function toCamel(column: string): string {
  let key = keyByColumn.get(column);
  if (!key) {
    key = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    keyByColumn.set(column, key);
  }
  return key;
}
