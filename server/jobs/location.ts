import { requireLocation } from '../calls/location.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { JobRow } from './answer.ts';

/**
 * Returns a job that the actor may work with: 404 if there is none, 403 if its call belongs to a location that is not
 * theirs.
 */
export const requireJob = async (tx: Transaction, actor: Actor, job: JobRow | null): Promise<JobRow> => {
  if (!job) throw notFound('job');
  await requireLocation(tx, actor, job);
  return job;
};
