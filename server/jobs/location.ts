import type { Job } from '@pharos/contract/jobs.ts';
import type { Actor } from '../auth/actor.ts';
import { requireLocation } from '../calls/location.ts';
import type { Transaction } from '../database/database.ts';
import { notFound } from '../http/errors.ts';

/** A job that somebody may work with: 404 where there is none, 403 where its call is of another location than theirs. */
export const requireJob = async (tx: Transaction, actor: Actor, job: Job | null): Promise<Job> => {
  if (!job) throw notFound('job');
  await requireLocation(tx, actor, job);
  return job;
};
