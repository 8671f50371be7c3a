import { randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { addDemo } from '../demo/add.ts';
import { home } from '../demo/home.ts';
import { record } from '../platform/audit/record.ts';
import { server, type UserActor } from '../platform/auth/actor.ts';
import { digestOf, mintSecret, prefixOf } from '../platform/auth/secret.ts';
import type { Database } from '../platform/database/database.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { insertToken } from '../tokens/queries.ts';
import { insertUser } from '../users/queries.ts';
import { anyOrganization, insertOrganization, lockFirstStart } from './queries.ts';

export const ADMIN_TOKEN_FILE = 'admin-token';

/**
 * Fills an empty database with one organization and one user who may do everything, and writes that user's API token
 * to `data_dir/admin-token`. Returns true on a first start; false, with nothing changed, on any other.
 */
export const firstStart = async (
  database: Database,
  storage: Storage,
  { data_dir, demo }: { data_dir: string; demo: boolean },
): Promise<boolean> =>
  database.scopedTo({ installation: true }).transaction(async (tx) => {
    if (await anyOrganization(tx)) return false;
    await lockFirstStart(tx);
    if (await anyOrganization(tx)) return false;
    const organization_uuid = randomUUID();
    await tx.bind({ organization_uuid });
    const user = { user_uuid: randomUUID(), access_level: 'operator' as const, location_uuids: [] };
    const actor: UserActor = { ...server(organization_uuid, 'first-start'), kind: 'user', ...user };
    await insertOrganization(tx, { uuid: organization_uuid, name: demo ? home.organization.name : 'Funeral home' });
    await insertUser(tx, { ...actor, uuid: actor.user_uuid, name: 'Administrator' });
    const token = mintSecret('token', organization_uuid);
    await insertToken(tx, {
      organization_uuid,
      user_uuid: actor.user_uuid,
      uuid: randomUUID(),
      name: 'First token',
      digest: digestOf(token),
      prefix: prefixOf(token),
    });
    record(tx, actor, { subject_type: 'organization', subject_uuid: organization_uuid });
    if (demo) await addDemo(tx, actor, storage);
    // Before the commit: a start that is cut short here is a first start again, and writes a new file.
    await writePrivately(join(data_dir, ADMIN_TOKEN_FILE), `${token}\n`);
    return true;
  });

const writePrivately = async (path: string, text: string): Promise<void> => {
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.chmod(0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
};
