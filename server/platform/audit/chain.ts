import { createHash } from 'node:crypto';
import type { Link, UnlinkedEvent } from './queries.ts';

/** Placeholder for the previous hash of the first event. */
export const BEGINNING = '0'.repeat(64);

/** The hash of an event at its place: changing either, or anything before it, changes it. The contract says how. */
export const hashOf = (position: number, previous_hash: string, event: UnlinkedEvent): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        position,
        previous_hash,
        event.uuid,
        event.at,
        event.actor_uuid,
        event.action,
        event.subject_type,
        event.subject_uuid,
        event.outcome,
        event.request_id,
        event.address,
        event.before_version,
        event.after_version,
        // Events of before had none, and keep their hashes.
        ...(event.listed === null ? [] : [event.listed]),
      ]),
    )
    .digest('hex');

/** The links of events that follow the head of a chain, in their order. */
export const linksAfter = (head: { position: number; hash: string } | null, events: UnlinkedEvent[]): Link[] => {
  let { position, hash } = head ?? { position: 0, hash: BEGINNING };
  return events.map((event) => {
    const previous_hash = hash;
    position += 1;
    hash = hashOf(position, previous_hash, event);
    return { position, event_uuid: event.uuid, hash, previous_hash };
  });
};
