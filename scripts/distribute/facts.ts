import type pg from 'pg';
import { APP_ROLE } from '../../server/platform/database/connection.ts';

export type Table = {
  name: string;
  /** Tables that its foreign keys lead to. */
  references: string[];
  /** Placement of the table in the cluster; null where it is a plain table of the coordinator. */
  spread: { placement: 'distributed' | 'reference'; key: string | null } | null;
  /** Column grants to the role of requests, as statements: Citus passes on those made after the table is distributed. */
  grants: string[];
};

/** Facts that a database states about itself and its cluster. */
export type Facts = {
  /** The version of Citus, as `13.2`; null where the extension is not there. */
  citus: string | null;
  is_coordinator: boolean;
  is_superuser: boolean;
  workers: string[];
  /** Workers that the role of requests cannot log in to, and whether it can at the coordinator. */
  role: { can_login: boolean; missing_on: string[] };
  /** Servers and workers of ours that are connected. */
  connected: number;
  /** Names of the migrations that were applied. */
  migrations: string[];
  tables: Table[];
  foreign_tables: string[];
};

const HERE = `
  select rolsuper as is_superuser,
    (select count(*)::int from pg_stat_activity
      where datname = current_database() and application_name in ('pharos', 'pharos queue')) as connected,
    (select rolcanlogin from pg_roles where rolname = '${APP_ROLE}') as can_login,
    to_regclass('migrations') is not null as is_migrated,
    array(select relname::text from pg_class
      where relkind = 'f' and relnamespace = 'public'::regnamespace order by 1) as foreign_tables
  from pg_roles where rolname = current_user`;

const TABLES = `
  select relname as name,
    array(select distinct confrelid::regclass::text from pg_constraint
      where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid order by 1) as "references",
    array(
      select format('grant %s (%s) on %I to ${APP_ROLE}', lower(privilege_type),
        string_agg(quote_ident(attname), ', ' order by attnum), relname)
      from pg_attribute, aclexplode(attacl)
      where attrelid = pg_class.oid and grantee = '${APP_ROLE}'::regrole
      group by privilege_type order by 1) as grants
  from pg_class
  where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
  order by relname`;

// Named without a schema, so that the search path finds them: the extension's own lie in pg_catalog.
const CLUSTER = `
  select citus_version() as citus, citus_is_coordinator() as is_coordinator,
    array(select node_name || ':' || node_port from citus_get_active_worker_nodes() order by 1) as workers`;
const SPREAD = `
  select table_name::text as name, citus_table_type as placement, nullif(distribution_column, '<none>') as key
  from citus_tables where citus_table_type in ('distributed', 'reference')`;
const ROLES = `
  select nodename || ':' || nodeport as worker, success and result = 't' as can_login
  from run_command_on_workers($$
    select coalesce((select rolcanlogin from pg_roles where rolname = '${APP_ROLE}'), false)
  $$)`;

export const readFacts = async (client: pg.Client): Promise<Facts> => {
  const read = async (text: string) => (await client.query(text)).rows;
  const [here] = await read(HERE);
  const { rows: extension } = await client.query(`select to_regproc('citus_version') is not null as is_there`);
  const [cluster] = extension[0].is_there ? await read(CLUSTER) : [];
  const spread = new Map(cluster ? (await read(SPREAD)).map(({ name, ...rest }) => [name, rest]) : []);
  const roles = cluster ? await read(ROLES) : [];
  const migrations = here.is_migrated ? await read('select name from migrations order by number') : [];
  return {
    citus: /\d+\.\d+/.exec(cluster?.citus ?? '')?.[0] ?? null,
    is_coordinator: cluster?.is_coordinator ?? false,
    is_superuser: here.is_superuser,
    workers: cluster?.workers ?? [],
    role: {
      can_login: here.can_login ?? false,
      missing_on: roles.filter(({ can_login }) => !can_login).map(({ worker }) => worker),
    },
    connected: here.connected,
    migrations: migrations.map(({ name }) => name),
    tables: (await read(TABLES)).map((table) => ({ ...table, spread: spread.get(table.name) ?? null })),
    foreign_tables: here.foreign_tables,
  };
};
