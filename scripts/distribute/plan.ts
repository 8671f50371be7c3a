import { APP_ROLE } from '../../server/platform/database/connection.ts';
import { PLACEMENTS } from '../../server/platform/database/placements.ts';
import type { Facts, Table } from './facts.ts';

/** One statement, and what it does in words. */
export type Step = { says: string; sql: string };

/** Earlier versions do not pass on grants of columns, by which rows are kept from changing their organization. */
const OLDEST = [13, 1] as const;
const KEY = 'organization_uuid';
/** Table with whose shards those of all others are colocated. */
const FIRST = 'users';

/** Reasons not to distribute, each with what to do; empty where there is none. `known`: this version's migrations. */
export const refusalsOf = (facts: Facts, known: string[]): string[] => {
  if (facts.citus === null)
    return ['PostgreSQL has no Citus extension here. Install it on every node and run "create extension citus".'];
  if (!facts.is_coordinator)
    return ['This node is a worker. Set DATABASE_OWNER_URL to the coordinator of the cluster.'];
  const [major = 0, minor = 0] = facts.citus.split('.').map(Number);
  const too_old = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  const names = facts.tables.map(({ name }) => name);
  return [
    ...(too_old ? [`Citus is ${facts.citus}; version ${OLDEST.join('.')} or newer is required.`] : []),
    ...(facts.is_superuser
      ? []
      : ['Row level security hides rows from this login. Set DATABASE_OWNER_URL to a superuser.']),
    ...(facts.workers.length > 0
      ? []
      : ["The cluster has no workers. Add each with select citus_add_node('host', 5432)."]),
    ...(facts.migrations.join() === known.join()
      ? []
      : ['The schema is not that of this version. Start a server of this version once, then stop it.']),
    ...(facts.connected > 0 ? [`${facts.connected} connections of servers or workers are open. Stop them first.`] : []),
    ...facts.foreign_tables.map((name) => `${name} is a foreign table, which cannot be distributed.`),
    ...names
      .filter((name) => !PLACEMENTS[name])
      .map((name) => `${name} is not a table of Pharos. Move it to another schema.`),
    ...facts.tables.flatMap(misplaced),
  ];
};

const misplaced = ({ name, spread }: Table): string[] => {
  if (!spread) return [];
  const right = spread.placement === PLACEMENTS[name] && (spread.placement === 'reference' || spread.key === KEY);
  return right
    ? []
    : [`${name} is already distributed differently. Undo that with select undistribute_table('${name}').`];
};

/** Steps that are still to be done, in order; those that were done before are left out. */
export const planOf = (facts: Facts): Step[] => {
  const waiting = inOrder(facts.tables).filter(({ name, spread }) => !spread && PLACEMENTS[name] !== 'local');
  return [
    ...roleSteps(facts),
    // Row level security asks them on every node.
    ...(waiting.length > 0 ? ['current_organization()', 'is_installation()'].map(functionStep) : []),
    ...waiting.flatMap(({ name, grants }) => [
      spreadStep(name),
      ...grants.map((sql) => ({ says: `repeats the column grants of ${name}`, sql })),
    ]),
    // Until then the rows that were copied to the workers stay here too, out of sight and of every purge.
    ...[...waiting].reverse().map(({ name }) => ({
      says: `removes the coordinator's own copy of ${name}`,
      sql: `select truncate_local_data_after_distributing_table('${name}')`,
    })),
  ];
};

const spreadStep = (name: string): Step => {
  if (PLACEMENTS[name] === 'reference')
    return { says: `copies ${name} to every node`, sql: `select create_reference_table('${name}')` };
  const with_first = name === FIRST ? '' : `, colocate_with => '${FIRST}'`;
  return {
    says: `distributes ${name} by organization`,
    sql: `select create_distributed_table('${name}', '${KEY}'${with_first})`,
  };
};

const functionStep = (name: string): Step => ({
  says: `creates ${name} on every node`,
  sql: `select create_distributed_function('${name}')`,
});

const roleSteps = ({ role }: Facts): Step[] => [
  ...(role.can_login ? [] : [{ says: `allows ${APP_ROLE} to log in here`, sql: `alter role ${APP_ROLE} login` }]),
  ...(role.missing_on.length === 0
    ? []
    : [
        {
          says: `creates ${APP_ROLE} on ${role.missing_on.join(', ')}`,
          sql: `select run_command_on_workers($command$
            do $$
            begin
              perform set_config('citus.enable_ddl_propagation', 'off', true);
              if to_regrole('${APP_ROLE}') is null then create role ${APP_ROLE}; end if;
              alter role ${APP_ROLE} login nosuperuser nocreatedb nocreaterole nobypassrls;
            end
            $$
          $command$)`,
        },
      ]),
];

/** Tables with those that they refer to before them: what is on every node first, then the first of all the others. */
const inOrder = (tables: Table[]): Table[] => {
  const rank = ({ name }: Table) => (PLACEMENTS[name] === 'reference' ? 0 : name === FIRST ? 1 : 2);
  const ordered: Table[] = [];
  const add = (table: Table): void => {
    if (ordered.includes(table)) return;
    for (const name of table.references) {
      const referred = tables.find((other) => other.name === name);
      if (referred && referred !== table) add(referred);
    }
    ordered.push(table);
  };
  for (const table of [...tables].sort((one, other) => rank(one) - rank(other))) add(table);
  return ordered;
};

/** The wall around a table as any of its copies can tell it: row level security, its policies, the rights of requests. */
export const wallOf = (table: string): string => `
  select concat_ws(' ', relrowsecurity, (select count(*) from pg_policy where polrelid = pg_class.oid),
    array(select privilege from unnest(array['select', 'insert', 'delete', 'update']) as privilege
      where has_table_privilege('${APP_ROLE}', pg_class.oid, privilege)),
    array(select attname from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped
        and has_column_privilege('${APP_ROLE}', pg_class.oid, attnum, 'update') order by attname))
  from pg_class where oid = '${table}'::regclass`;
