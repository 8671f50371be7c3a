import Type, { type Static } from 'typebox';
import { DateTime, named, nullable, oneOf, Uuid } from './table/schema.ts';

/** States of what came in, the first two of which go on. */
export const ARRIVAL_STATES = ['waiting', 'failed', 'taken', 'duplicate', 'refused', 'ignored', 'test'] as const;

/** Reasons for a refusal, a failure or a wait. */
export const ARRIVAL_REASONS = [
  'address_not_allowed',
  'body_malformed',
  'fetch_failed',
  'fetch_forbidden',
  'fetch_missing',
  'file_changed',
  'file_unreadable',
  'no_recording',
  'not_a_recording',
  'other_account',
  'secret_missing',
  'server_failed',
  'signature_mismatch',
  'signature_missing',
  'timed_out',
  'timestamp_outside_window',
  'too_large',
  'too_many_redirects',
  'unreachable',
] as const;
export type ArrivalReason = (typeof ARRIVAL_REASONS)[number];

/** Message or file that came from a source, and what became of it. */
export const Arrival = named('Arrival', {
  uuid: Uuid,
  source_uuid: Uuid,
  created_at: DateTime,
  updated_at: DateTime,
  state: oneOf(ARRIVAL_STATES, {
    description:
      'waiting: its recording is to be fetched · taken: it is a call · duplicate: its recording came before · refused: it ' +
      'was not the source that sent it · ignored: it tells of no recording · failed: it can be replayed · test',
  }),
  reason: nullable(oneOf(ARRIVAL_REASONS)),
  detail: nullable(Type.String({ description: 'More about the reason, such as what the other side answered.' })),
  recording_id: nullable(Type.String({ description: "The source's own id of the recording." })),
  source_call_id: nullable(Type.String()),
  from: nullable(Type.String({ description: 'Unproven where the message was refused.' })),
  to: nullable(Type.String()),
  call_uuid: nullable(Uuid),
  attempts: Type.Integer({ minimum: 0 }),
  next_attempt_at: nullable(DateTime),
});
export type Arrival = Static<typeof Arrival>;
