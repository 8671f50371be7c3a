import type { FastifyBaseLogger } from 'fastify';
import { LRUCache } from 'lru-cache';
import { record } from '../platform/audit/record.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import type { NobodyActor } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { described } from '../platform/serving/answer-errors.ts';
import { findCandidates } from '../users/candidates.ts';
import type { Candidate } from '../users/queries.ts';

/** Records that a sign-in was refused, with each user whom it was for. */
export const recordRefused = (database: ScopedDatabase, actor: NobodyActor, candidates: Candidate[]) =>
  database.transaction(
    async (tx) => {
      for (const { organization_uuid, user_uuid } of candidates) {
        await tx.bind({ organization_uuid });
        const subject = { subject_type: 'user', subject_uuid: user_uuid, outcome: 'refused' as const };
        record(tx, { ...actor, organization_uuid }, subject);
      }
    },
    { lazy: true },
  );

/** Milliseconds in which too many tries for one address are one event. */
const WINDOW_MS = 10 * 60_000;

/** Records that a known address was tried too often; one that nobody has is none of anybody's. */
export const openRecordLimited = (sealer: Pick<Sealer, 'soon'>, log: FastifyBaseLogger) => {
  const recorded = new LRUCache<string, true>({ max: 10_000, ttl: WINDOW_MS });
  return (database: ScopedDatabase, actor: NobodyActor, email: string): void => {
    if (recorded.has(email)) return;
    recorded.set(email, true);
    // Not waited for: how long it takes would tell whether somebody has the address.
    const record = async () => {
      const candidates = await findCandidates(database, email);
      if (candidates.length > 0) await recordRefused(database, actor, candidates);
      for (const { organization_uuid } of candidates) sealer.soon(organization_uuid);
    };
    record().catch((error: unknown) =>
      log.warn({ error: described(error) }, 'too many sign-ins could not be recorded'),
    );
  };
};
