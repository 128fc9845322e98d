import { withClient } from './check.ts';

/** The same database as the role `tongban_app`, which may read and write but not change tables. */
export async function appUrlFor(ownerUrl: string): Promise<string> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; known: boolean }>(
      "select current_user as name, exists (select from pg_roles where rolname = 'tongban_app') as known",
    );
    const owner = rows[0]?.name ?? '';
    const commands = [...(rows[0]?.known ? [] : ['create role tongban_app']), `grant tongban_app to ${client.escapeIdentifier(owner)}`];
    const member =
      rows[0]?.known && (await client.query<{ member: boolean }>("select pg_has_role('tongban_app', 'member') as member")).rows[0]?.member;
    if (member) return;
    await client.query(commands.join('; ')).catch((error: Error) => {
      throw new Error(
        `The role tongban_app is missing (${error.message}). Ask the database's administrator for: ${commands.join('; ')} — or set DATABASE_APP_URL.`,
      );
    });
  });
  const url = new URL(ownerUrl);
  url.searchParams.set('options', [url.searchParams.get('options'), '-c role=tongban_app'].filter(Boolean).join(' '));
  return url.href;
}
