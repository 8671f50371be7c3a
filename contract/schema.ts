import Type, { type Static, type TObjectOptions, type TProperties, type TSchema, type TUnsafe } from 'typebox';

/** The same schema with null allowed, as `type: [T, "null"]`, so that errors and OpenAPI stay flat. */
export const nullable = <S extends TSchema & { type: string }>(schema: S): TUnsafe<Static<S> | null> =>
  Type.Unsafe<Static<S> | null>({ ...schema, type: [schema.type, 'null'] });

/** One of a few strings; an error lists them. */
export const oneOf = <const V extends readonly string[]>(values: V, options: object = {}) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: values, ...options });

/** An object that OpenAPI shows under its own name in `components/schemas`. */
export const named = <P extends TProperties>(name: string, properties: P, options: TObjectOptions = {}) =>
  Type.Object(properties, { $id: name, ...options });

/** RFC 9562, any version, with dashes, upper or lower case. Answers are lower case. */
export const Uuid = Type.String({
  format: 'uuid',
  pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
});

/** RFC 3339 in UTC with `Z`, to the microsecond. */
export const DateTime = Type.String({ format: 'date-time' });

/** A calendar day, `YYYY-MM-DD`. */
export const DateOnly = Type.String({ format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
