import { randomUUID } from 'node:crypto';
import type { Vault } from '../../platform/auth/vault.ts';
import type { OpenTransaction } from '../../platform/database/database.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import type { ToldFacts } from '../kinds/kind.ts';
import { sealMessage } from '../secrets.ts';
import { findFirst, insertArrival, insertWaiting } from './queries.ts';

export type Keeping = { vault: Vault; queue: Queue };

type Owner = { organization_uuid: string; uuid: string };

/** A recording that a source has. */
export type Found = {
  /** The source's own id of the recording, by which it is taken once. */
  recording_id: string;
  facts: ToldFacts;
  /** Name of the file or message that it is in, by which that is known again. */
  file_key?: string;
  /** Everything that taking it needs to know; kept encrypted. */
  place: object;
};

/** Puts a recording in the log and in the queue; where it came before, it is a duplicate. Answers true where it is new. */
export const keepFound = async (
  { vault, queue }: Keeping,
  tx: OpenTransaction,
  { organization_uuid, uuid: source_uuid }: Owner,
  { recording_id, facts, file_key, place }: Found,
): Promise<boolean> => {
  const [uuid, entry_uuid] = [randomUUID(), randomUUID()];
  const { from = null, to = null, source_call_id = null } = facts;
  const one = { organization_uuid, uuid, source_uuid, recording_id, source_call_id, from, to, file_key };
  const message = sealMessage(vault, one, place);
  if (await insertWaiting(tx, { ...one, state: 'waiting', entry_uuid, message })) {
    await queue.send(tx, [{ uuid: entry_uuid, organization_uuid, job_uuid: uuid, step: 'take', looked: 0 }]);
    return true;
  }
  const first = await findFirst(tx, organization_uuid, source_uuid, recording_id);
  insertArrival(tx, { ...one, state: 'duplicate', call_uuid: first?.call_uuid ?? null });
  return false;
};

/** Puts a message in the log that tells of no recording. */
export const keepIgnored = (tx: OpenTransaction, { organization_uuid, uuid: source_uuid }: Owner): void =>
  insertArrival(tx, { organization_uuid, uuid: randomUUID(), source_uuid, state: 'ignored', reason: 'no_recording' });
