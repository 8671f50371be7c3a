import type { UserActor } from '../../platform/auth/actor.ts';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import { conflict } from '../../platform/errors/errors.ts';
import type { Key } from '../../platform/storage/key.ts';
import { type Storage, UPLOAD_LIFETIME_MS } from '../../platform/storage/storage.ts';
import { deleteOverdue, deleteUpload, insertUpload, lockUploads, selectUploads } from './queries.ts';

/** Unfinished uploads allowed at once: for a call, which takes one recording, and for an organization. */
const MOST_OF_CALL = 5;
const MOST_OF_ORGANIZATION = 200;

/**
 * Counts an upload that begins. Of too many for one call the oldest ends, as nobody may know its address any more; an
 * organization with too many is refused another.
 */
export const countUpload = async (
  storage: Storage,
  database: ScopedDatabase,
  { user_uuid }: UserActor,
  key: Key,
  call_uuid: string,
): Promise<void> => {
  const { organization_uuid } = key;
  const ended = await database.transaction(async (tx) => {
    await lockUploads(tx, organization_uuid);
    await deleteOverdue(tx, organization_uuid, UPLOAD_LIFETIME_MS);
    const unfinished = await selectUploads(tx, organization_uuid);
    const of_call = unfinished.filter((upload) => upload.call_uuid === call_uuid);
    const oldest = of_call.slice(0, Math.max(0, of_call.length + 1 - MOST_OF_CALL));
    if (unfinished.length - oldest.length >= MOST_OF_ORGANIZATION) throw tooMany();
    for (const { uuid } of oldest) await deleteUpload(tx, { organization_uuid, uuid });
    await insertUpload(tx, key, call_uuid, user_uuid);
    return oldest;
  });
  for (const { uuid } of ended) await storage.uploads.remove({ organization_uuid, uuid });
};

const tooMany = () =>
  conflict(
    'too_many_uploads',
    `There are ${MOST_OF_ORGANIZATION} unfinished uploads in your organization: finish or cancel (DELETE) one first; each expires after 7 days`,
    { most: MOST_OF_ORGANIZATION },
  );
