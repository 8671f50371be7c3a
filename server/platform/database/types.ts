import pg from 'pg';
import { StoredJson } from '../json/stored-json.ts';

const { builtins } = pg.types;

/** Column parsers: each value arrives as the API answers it. Sessions run in UTC. */
export const types = new pg.TypeOverrides();

// Always six digits of a second, though PostgreSQL drops zeros at the end: so times also sort as text.
types.setTypeParser(builtins.TIMESTAMPTZ, (text) => {
  const [seconds = '', fraction = ''] = text.replace(' ', 'T').replace('+00', '').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
});
types.setTypeParser(builtins.DATE, (text) => text);
types.setTypeParser(builtins.JSON, (text) => new StoredJson(text));
types.setTypeParser(builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('a bigint column holds more than 2^53');
  return value;
});
