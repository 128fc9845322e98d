import type pg from 'pg';

type Named = { readonly schema: string; readonly name: string };

const ours = (schema: string) => `${schema} !~ '^pg_' and ${schema} <> 'information_schema'`;

/** Every table that holds data of ours, with the columns that can be written. Tables of extensions are the extensions' business. */
export async function listTables(client: pg.Client): Promise<(Named & { columns: string[] })[]> {
  const { rows } = await client.query<Named & { columns: string[] }>(`
    select n.nspname as schema, c.relname as name,
      array(select quote_ident(attname) from pg_attribute
            where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${ours('n.nspname')}
      and not exists (select from pg_depend where objid = c.oid and classid = 'pg_class'::regclass and deptype = 'e')
    order by 1, 2`);
  return rows;
}

export function nameOf({ schema, name }: Named): string {
  return `"${schema}"."${name}"`;
}

/** Statements that take the foreign keys and triggers out of the way of a load, and those that put them back as they were. */
export async function listObstacles(client: pg.Client): Promise<{ remove: string[]; restore: string[] }> {
  const keys = await client.query<{ remove: string; restore: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
    from pg_constraint where contype = 'f' and conparentid = 0 and ${ours('connamespace::regnamespace::text')}`);
  const triggers = await client.query<{ remove: string; restore: string }>(`
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as remove,
      format('alter table %s enable %s trigger %I', tgrelid::regclass, case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as restore
    from pg_trigger join pg_class c on c.oid = tgrelid
    where not tgisinternal and tgenabled <> 'D' and ${ours('c.relnamespace::regnamespace::text')}`);
  const all = [...keys.rows, ...triggers.rows];
  return { remove: all.map(({ remove }) => remove), restore: all.map(({ restore }) => restore) };
}

export async function listMaterializedViews(client: pg.Client): Promise<Named[]> {
  const { rows } = await client.query<Named>(
    `select schemaname as schema, matviewname as name from pg_matviews where ${ours('schemaname')}`,
  );
  return rows;
}
