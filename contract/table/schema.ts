import Type, {
  type Static,
  type TObject,
  type TObjectOptions,
  type TProperties,
  type TSchema,
  type TUnsafe,
} from 'typebox';

/** Schema that allows null as well, as `type: [T, "null"]`, which keeps errors and OpenAPI flat. */
export const nullable = <S extends TSchema>(schema: S): TUnsafe<Static<S> | null> => {
  const { $id: _name, type, ...rest } = schema as S & { $id?: string; type?: string; enum?: unknown[] };
  const values = rest.enum && { enum: [...rest.enum, null] };
  return Type.Unsafe<Static<S> | null>({ ...rest, ...values, type: [type, 'null'] });
};

/** Enumeration of strings; errors list them. */
export const oneOf = <const V extends readonly string[]>(values: V, options: object = {}) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: values, ...options });

/** Object schema with a name of its own in OpenAPI's `components/schemas`. */
export const named = <P extends TProperties>(name: string, properties: P, options: TObjectOptions = {}): TObject<P> =>
  Type.Object(properties, { $id: name, ...options });

/** Any JSON object, stored unchanged. Values are of type unknown. */
export const FreeObject = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });

/** Regular expression of a UUID: any version, upper or lower case (RFC 9562). */
export const UUID_PATTERN = '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$';

/** Name of a time zone in the IANA database. */
export const TimeZone = Type.String({
  maxLength: 64,
  pattern: '^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$',
  description: 'IANA name of a time zone, such as America/New_York.',
});

/** UUID (RFC 9562) of any version, with dashes, upper or lower case. Answers are lower case. */
export const Uuid = Type.String({ format: 'uuid', pattern: UUID_PATTERN });

/** The number of a version, counted from 1. */
export const VersionNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** Time by RFC 3339 in UTC with `Z`, to the microsecond. */
export const DateTime = Type.String({ format: 'date-time' });

/** A calendar day from year 0001, `YYYY-MM-DD`. */
export const DateOnly = Type.String({ format: 'date', pattern: '^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** A page of a list, newest first; `next_cursor` is null on the last page. */
export const pageOf = <S extends TSchema>(items: S) =>
  Type.Object({ items: Type.Array(items), next_cursor: nullable(Type.String()) });

/** Query of every list: `limit` (1 to 200, default 50) and `cursor`, the `next_cursor` of the previous page. */
export const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Items per page. Default: 50.' })),
  cursor: Type.Optional(Type.String({ maxLength: 500, description: 'next_cursor of the previous page.' })),
};
