import { StoredJson } from '../database/stored-json.ts';

/** What a handler may answer where the contract says T: the value, or its stored text at any depth. */
export type Printable<T> =
  | T
  | StoredJson
  | (T extends (infer E)[] ? Printable<E>[] : T extends object ? { [K in keyof T]: Printable<T[K]> } : never);

/** A value as JSON text, with stored JSON spliced in. Keys that are undefined are left out. */
export const print = (value: unknown): string => {
  if (value instanceof StoredJson) return value.text;
  if (Array.isArray(value)) return `[${value.map(print).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${print(field)}`).join(',')}}`;
};

/** The envelope of a success as JSON text. */
export const successEnvelope = (data: unknown, message: string | null, request_id: string): string =>
  print({ status: 'success', timestamp: new Date().toISOString(), data, message, request_id });
