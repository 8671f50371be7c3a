import pg from 'pg';
import type { Connection } from './connection.ts';

// NOT NULL is told with its column: PostgreSQL 18 lists it among the constraints also, older ones do not.
const LINES = `
  with tables as (
    select oid, relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
  ), lines as (
    select 'table ' || relname as object, 1 as part, attnum::int as position, '' as name,
      concat_ws(' ', attname, format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
        'default ' || pg_get_expr(adbin, adrelid),
        case when attstorage <> typstorage then 'storage ' ||
          case attstorage when 'e' then 'external' when 'm' then 'main' when 'p' then 'plain' else 'extended' end end,
        case attcompression when 'l' then 'compression lz4' when 'p' then 'compression pglz' end) as line
    from tables
    join pg_attribute on attrelid = tables.oid and attnum > 0 and not attisdropped
    join pg_type on pg_type.oid = atttypid
    left join pg_attrdef on adrelid = tables.oid and adnum = attnum
    union all
    select 'table ' || relname, 2, 0, conname, 'constraint ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
    from tables join pg_constraint on conrelid = tables.oid and contype <> 'n'
    union all
    select 'table ' || relname, 3, 0, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
    from tables join pg_index on indrelid = tables.oid
    where not exists (select from pg_constraint where conindid = indexrelid and conrelid = tables.oid)
    union all
    select 'table ' || relname, 4, 0, tgname, pg_get_triggerdef(pg_trigger.oid)
    from tables join pg_trigger on tgrelid = tables.oid and not tgisinternal
    union all
    select 'table ' || relname, 5, 0, '', 'row level security' || case when relforcerowsecurity then ', forced' end
    from tables join pg_class using (oid, relname) where relrowsecurity
    union all
    select 'table ' || tablename, 6, 0, policyname, concat_ws(' ', 'policy', policyname, 'for', lower(cmd), 'to',
      array_to_string(roles, ', '), 'using (' || qual || ')', 'with check (' || with_check || ')')
    from pg_policies where schemaname = 'public'
    union all
    select 'table ' || relname, 7, 0, grantee::regrole::text, 'granted to ' || grantee::regrole || ': ' ||
      string_agg(lower(privilege_type), ', ' order by privilege_type)
    from tables join pg_class using (oid, relname), aclexplode(relacl)
    where grantee <> relowner and grantee <> 0 group by relname, grantee
    union all
    select 'table ' || relname, 8, 0, grantee, 'granted to ' || grantee || ': ' || privilege || ' (' ||
      string_agg(attname, ', ' order by attnum) || ')'
    from (
      select relname, attname, attnum, grantee::regrole::text as grantee, lower(privilege_type) as privilege
      from tables join pg_attribute on attrelid = tables.oid, aclexplode(attacl)
    ) as columns
    group by relname, grantee, privilege
    union all
    select 'function ' || pg_proc.oid::regprocedure || ' returns ' || prorettype::regtype || ' language ' || lanname,
      1, 0, '', trim(both e'\\n' from prosrc)
    from pg_proc join pg_language on pg_language.oid = prolang where pronamespace = 'public'::regnamespace
  )
  select object, line from lines order by object collate "C", part, position, name collate "C"`;

/** Dumps a database's schema from its catalogs, as text that reads well and is the same on every PostgreSQL from 15. */
export const dumpSchema = async (connection: Connection): Promise<string> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ object: string; line: string }>(LINES);
    const objects = Map.groupBy(rows, ({ object }) => object);
    const blocks = [...objects].map(([object, lines]) =>
      [object, ...lines.map(({ line }) => `  ${line.replaceAll('\n', '\n  ')}`)].join('\n'),
    );
    return `${blocks.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
};
