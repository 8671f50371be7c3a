import { nameOf } from '@pharos/contract/openapi/schemas.ts';

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: object[];
  properties?: object;
  required?: string[];
  additionalProperties?: boolean | object;
  patternProperties?: Record<string, object>;
  items?: object | object[];
  description?: string;
};

/** TypeScript type of a schema of the contract; schemas with a name of their own by that name. */
export const typeOf = (schema: object): string => {
  const known = nameOf(schema);
  if (!known) return shapeOf(schema);
  return known.nullable ? `${known.name} | null` : known.name;
};

/** TypeScript type of a schema, whether or not it has a name. */
export const shapeOf = (schema: Schema): string => {
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const types = [schema.type ?? 'unknown'].flat();
  return types.map((type) => (KINDS[type] ?? (() => 'unknown'))(schema)).join(' | ');
};

const KINDS: Record<string, (schema: Schema) => string> = {
  string: () => 'string',
  number: () => 'number',
  integer: () => 'number',
  boolean: () => 'boolean',
  null: () => 'null',
  array: ({ items = {} }) => (Array.isArray(items) ? `[${items.map(typeOf).join(', ')}]` : `Array<${typeOf(items)}>`),
  object: (schema) => {
    const others = schema.additionalProperties ?? Object.values(schema.patternProperties ?? {})[0];
    const rest = others && `[name: string]: ${others === true ? 'unknown' : typeOf(others)};`;
    if (!schema.properties) return others ? `{ ${rest} }` : '{ [name: string]: unknown }';
    return `{ ${fieldsOf(schema)}${rest ?? ''} }`;
  },
};

/** Fields of an object, each with what the contract says of it. */
export const fieldsOf = ({ properties = {}, required = [] }: Schema): string =>
  Object.entries(properties)
    .map(([name, schema]) => {
      const { description } = schema as Schema;
      return `${commentOf(description)}${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`;
    })
    .join('\n');

/** Doc comment; nothing where there is nothing to say. */
export const commentOf = (text?: string): string => (text ? `\n/** ${text.replaceAll('*/', '*\\/')} */\n` : '');
