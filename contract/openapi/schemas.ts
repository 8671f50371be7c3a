import type { TSchema } from 'typebox';
import { ErrorEnvelope } from '../table/envelope.ts';
import { allRoutes } from '../table/routes.ts';
import { Transcript } from '../transcripts.ts';
import { VersionNote } from '../versions.ts';

type Schema = { $id?: string; type?: string | string[]; properties?: object };

// These stand only where null is allowed beside them, and so lost their names there.
const roots = (): unknown[] => [
  ErrorEnvelope,
  Transcript,
  VersionNote,
  ...allRoutes.flatMap(({ route }) => [route.body, route.data]),
];

/** Every schema of the contract that has a name, by that name. */
export const namedSchemas = (): Map<string, Schema> => {
  const found = new Map<string, Schema>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { $id } = value as Schema;
    if ($id !== undefined) {
      const known = found.get($id);
      if (known && known !== value) throw new Error(`two schemas of the contract are named ${$id}`);
      found.set($id, value);
    }
    for (const inner of Object.values(value)) collect(inner);
  };
  roots().forEach(collect);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const named = namedSchemas();

/** Name of a named schema, even of one that also allows null. */
export const nameOf = (schema: object): { name: string; nullable: boolean } | null => {
  const { $id, type, properties } = schema as Schema;
  if ($id !== undefined) return { name: $id, nullable: false };
  if (!properties || !Array.isArray(type)) return null;
  const [name] = [...named].find(([, one]) => one.properties === properties) ?? [];
  return name === undefined ? null : { name, nullable: true };
};

/** OpenAPI's form of a schema, with a `$ref` for everything that has a name. */
export const refer = (schema: TSchema | unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(refer);
  if (typeof schema !== 'object' || schema === null) return schema;
  const known = nameOf(schema);
  if (!known) return fields(schema);
  const $ref = `#/components/schemas/${known.name}`;
  return known.nullable ? { anyOf: [{ $ref }, { type: 'null' }] } : { $ref };
};

/** `components/schemas`: the named schemas, without their `$id`. */
export const componentSchemas = () =>
  Object.fromEntries([...named].map(([name, { $id: _name, ...schema }]) => [name, fields(schema)]));

const fields = (schema: object) =>
  Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, refer(value)]));
