import Type, { type Static, type TSchema } from 'typebox';
import { GivenValues, Reason } from './refusals.ts';
import { DateTime, named, nullable } from './schema.ts';

/** Maximum problems listed in an error. */
export const MAX_LISTED_ERRORS = 20;

/** Envelope of every successful answer that has a body. */
export const success = <S extends TSchema>(data: S) =>
  Type.Object({
    status: Type.Literal('success'),
    timestamp: DateTime,
    data,
    message: nullable(Type.String()),
    request_id: nullable(Type.String()),
  });

/**
 * One problem of a request: where it is (JSON pointer, RFC 6901, from the body's root; empty where it is the request as
 * a whole), why, and what was expected.
 */
export const Problem = named('Problem', {
  pointer: Type.String(),
  message: Type.String(),
  code: Reason,
  given: Type.Optional(GivenValues),
});
export type Problem = Static<typeof Problem>;

/** Envelope of every refusal and failure, at any status. */
export const ErrorEnvelope = named('Error', {
  status: Type.Literal('error'),
  error: Type.String({ description: 'Name of the status code.' }),
  message: Type.String(),
  status_code: Type.Integer(),
  timestamp: DateTime,
  request_id: Type.String(),
  errors: Type.Array(Problem, { minItems: 1, maxItems: MAX_LISTED_ERRORS }),
});
export type ErrorEnvelope = Static<typeof ErrorEnvelope>;

/** Envelope of a success, as the client reads it. */
export type Success<D> = {
  status: 'success';
  timestamp: string;
  data: D;
  message: string | null;
  request_id: string | null;
};
