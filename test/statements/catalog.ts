import type pg from 'pg';

/** `v` volatile, `s` stable, `i` immutable, as pg_proc says. */
export type Volatility = 'v' | 's' | 'i';

/** Facts that a statement's text alone does not tell, from the catalogs of a PostgreSQL with our schema. */
export type Catalog = {
  /** The type of each column of each table in `public`. */
  columns: Map<string, Map<string, string>>;
  /** The most volatile of the functions of a name, and what they return; null where they return several types. */
  functions: Map<string, { volatility: Volatility; returns: string | null }>;
  /** Volatility by `left operator right`, in types; by `operator` alone, that of the most volatile one. */
  operators: Map<string, { volatility: Volatility; returns: string }>;
  /** Volatility of casts by `source target`. */
  casts: Map<string, Volatility>;
};

const COLUMNS = `
  select relname, attname, atttypid::regtype::text as type
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`;

const FUNCTIONS = `
  select proname, max(case provolatile when 'v' then 2 when 's' then 1 else 0 end) as volatility,
    case when count(distinct prorettype) = 1 then min(prorettype::regtype::text) end as returns
  from pg_proc group by proname`;

const OPERATORS = `
  select oprname, oprleft::regtype::text as "left", oprright::regtype::text as "right",
    oprresult::regtype::text as returns, case provolatile when 'v' then 2 when 's' then 1 else 0 end as volatility
  from pg_operator join pg_proc on pg_proc.oid = oprcode`;

// A cast without a function goes by the types' input and output functions, or changes nothing.
const CASTS = `
  select castsource::regtype::text as source, casttarget::regtype::text as target,
    case coalesce(provolatile, 'i') when 'v' then 2 when 's' then 1 else 0 end as volatility
  from pg_cast left join pg_proc on pg_proc.oid = castfunc`;

const VOLATILITIES: Volatility[] = ['i', 's', 'v'];

export const readCatalog = async (client: Pick<pg.Client, 'query'>): Promise<Catalog> => {
  const read = async (text: string) => (await client.query(text)).rows;
  const columns = new Map<string, Map<string, string>>();
  for (const { relname, attname, type } of await read(COLUMNS)) {
    columns.set(relname, (columns.get(relname) ?? new Map()).set(attname, type));
  }
  const volatility = (row: { volatility: number }) => VOLATILITIES[Number(row.volatility)] as Volatility;
  return {
    columns,
    functions: new Map(
      (await read(FUNCTIONS)).map((row) => [row.proname, { volatility: volatility(row), returns: row.returns }]),
    ),
    operators: new Map(
      (await read(OPERATORS)).map((row) => [
        `${row.left} ${row.oprname} ${row.right}`,
        { volatility: volatility(row), returns: row.returns },
      ]),
    ),
    casts: new Map((await read(CASTS)).map((row) => [`${row.source} ${row.target}`, volatility(row)])),
  };
};
