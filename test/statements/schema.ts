import type pg from 'pg';
import { PLACEMENTS } from '../../server/platform/database/placements.ts';

type Key = {
  name: string;
  table: string;
  columns: string[];
  type: 'f' | 'p' | 'u';
  target: string | null;
  targets: string[];
};

// Indexes without a constraint are keys too; an expression in one has no name.
const KEYS = `
  select conname as name, conrelid::regclass::text as "table", contype as type,
    array(select attname::text from unnest(conkey) with ordinality as c (num, place)
      join pg_attribute on attrelid = conrelid and attnum = num order by place) as columns,
    nullif(confrelid, 0)::regclass::text as target,
    array(select attname::text from unnest(confkey) with ordinality as c (num, place)
      join pg_attribute on attrelid = confrelid and attnum = num order by place) as targets
  from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('f', 'p', 'u', 'x')
  union all
  select indexrelid::regclass::text, indrelid::regclass::text, 'u',
    array(select attname::text from unnest(indkey) as num join pg_attribute on attrelid = indrelid and attnum = num),
    null, '{}'
  from pg_index join pg_class on pg_class.oid = indrelid
  where relnamespace = 'public'::regnamespace and indisunique
    and not exists (select from pg_constraint where conindid = indexrelid)
  order by "table", name`;

const TABLES = `
  select relname as "table", exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'organization_uuid' and attnotnull
    ) as is_keyed,
    array(select tgname::text from pg_trigger where tgrelid = pg_class.oid and not tgisinternal) as triggers,
    array(select polname::text from pg_policy where polrelid = pg_class.oid
      and concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ilike '%select%') as searching,
    array(select attname::text from pg_attribute where attrelid = pg_class.oid and attname in ('organization_uuid', 'uuid')
      and has_column_privilege('pharos_app', pg_class.oid, attnum, 'update')) as movable
  from pg_class
  where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
  order by relname`;

type Table = { table: string; is_keyed: boolean; triggers: string[]; searching: string[]; movable: string[] };

/** Problems of a schema that keep its tables from being spread over a cluster of Citus. */
export const checkSchema = async (client: Pick<pg.Client, 'query'>): Promise<string[]> => {
  const { rows: keys } = await client.query<Key>(KEYS);
  const { rows: tables } = await client.query<Table>(TABLES);
  const names = tables.map(({ table }) => table);
  const references = keys.filter(({ type }) => type === 'f');
  return [
    ...names.filter((name) => !PLACEMENTS[name]).map((name) => `${name} has no place: give it one in placements.ts`),
    ...Object.keys(PLACEMENTS)
      .filter((name) => !names.includes(name))
      .map((name) => `${name} has a place and is not there: take it out of placements.ts`),
    ...tables.filter(({ table }) => PLACEMENTS[table] !== 'local').flatMap(checkTable),
    ...keys.filter(({ table, type }) => type !== 'f' && PLACEMENTS[table] === 'distributed').flatMap(checkKey),
    ...references.flatMap(checkReference),
    ...circlesOf(references),
  ];
};

const checkTable = ({ table, is_keyed, triggers, searching, movable }: Table): string[] => [
  ...(PLACEMENTS[table] === 'distributed' && !is_keyed ? [`${table} may have rows without an organization`] : []),
  ...triggers.map((name) => `${table} has the trigger ${name}: say it by a grant, or do it in a statement`),
  ...searching.map((name) => `the policy ${name} of ${table} asks other rows`),
  ...movable.map((column) => `${table}.${column} may be updated: grant update of the other columns by name`),
];

const checkKey = ({ name, columns }: Key): string[] =>
  columns.includes('organization_uuid') ? [] : [`the key ${name} is without organization_uuid`];

const checkReference = ({ name, table, columns, target, targets }: Key): string[] => {
  const [from, to] = [PLACEMENTS[table], PLACEMENTS[target as string]];
  if (from === to && from !== 'distributed') return [];
  if (from === 'distributed' && to === 'reference') return [];
  if (from !== to) return [`${name} leads from a ${from} table to a ${to} one`];
  const at = columns.indexOf('organization_uuid');
  return at >= 0 && targets[at] === 'organization_uuid' ? [] : [`${name} is without organization_uuid`];
};

/** Foreign keys in a circle: none of its tables could be distributed first. */
const circlesOf = (references: Key[]): string[] => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (table: string, path: string[]): void => {
    if (path.includes(table)) circles.push(`${[...path.slice(path.indexOf(table)), table].join(' -> ')} is a circle`);
    if (done.has(table) || path.includes(table)) return;
    for (const { target } of references.filter((key) => key.table === table)) visit(target as string, [...path, table]);
    done.add(table);
  };
  for (const { table } of references) visit(table, []);
  return [...new Set(circles)];
};
