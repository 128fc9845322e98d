import pg from 'pg';

/** What our SQL takes for granted, asked of the database itself at every start. Answers the server's version. */
export async function checkDatabase(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ number: string; version: string; encoding: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding",
    );
    const [server] = rows;
    if (!server || Number(server.number) < 150_000) throw new Error(`PostgreSQL 15 or newer is needed, this one is ${server?.version}.`);
    if (server.encoding !== 'UTF8') throw new Error(`The database must be encoded in UTF8, this one is in ${server.encoding}.`);
    await needTrigrams(client);
    const checked = await client.query<{ chinese: boolean; vietnamese: boolean }>(
      "select show_trgm('不动产登记') <> '{}' as chinese, lower('ĐĂNG KÝ') = 'đăng ký' as vietnamese",
    );
    if (!checked.rows[0]?.chinese || !checked.rows[0].vietnamese) {
      throw new Error(
        "The database does not know Chinese or Vietnamese letters. Create it again with a UTF-8 locale: create database … template template0 lc_ctype 'C.UTF-8'",
      );
    }
    return server.version;
  });
}

async function needTrigrams(client: pg.Client): Promise<void> {
  const refused = await client.query('create extension if not exists pg_trgm').then(
    () => undefined,
    (error: Error) => error,
  );
  if (!refused) return;
  // Another process may have made it at the same moment.
  const { rowCount } = await client.query("select from pg_extension where extname = 'pg_trgm'");
  if (rowCount === 0)
    throw new Error(`The database lacks pg_trgm (${refused.message}). Ask its administrator for: create extension pg_trgm`);
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch((error: Error) => {
    throw new Error(`The database at ${new URL(url).host} does not answer: ${error.message || (error as NodeJS.ErrnoException).code}`);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
