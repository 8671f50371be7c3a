import sql, { Sql } from 'sql-template-tag';
import type { Transaction } from './database.ts';
import { quoted } from './insert-into.ts';

type Values = Record<string, unknown>;

/** `column = value, …` of an update. */
export const assign = (values: Values): Sql => {
  const columns = Object.keys(values);
  const strings = columns.map((column, index) => `${index === 0 ? '' : ', '}${quoted(column)} = `);
  return new Sql([...strings, ''], Object.values(values));
};

/**
 * The time of a row's next state, to be read with its lock: the database's clock, or a microsecond after `updated_at`
 * where the clock has not passed that. An update is given it as a value, since some databases refuse a clock there.
 */
export const nextTime = (updated_at: Sql): Sql =>
  sql`greatest(clock_timestamp(), ${updated_at} + interval '1 microsecond')`;

/** The database's clock. */
export const readClock = async (tx: Transaction): Promise<string> =>
  (await tx.one<{ now: string }>(sql`select clock_timestamp() as now`)).now;
