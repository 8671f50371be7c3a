import type { ScopedDatabase } from '../database/database.ts';
import { findUserOfBrowser } from './queries.ts';
import { digestOf, organizationOf } from './secret.ts';

/**
 * Digest of a browser's secret, if it has signed in a user of this e-mail address before; else null. What strangers try
 * elsewhere is not counted against it.
 */
export const findKnownBrowser = async (
  database: ScopedDatabase,
  secret: string | undefined,
  email: string,
): Promise<string | null> => {
  const organization_uuid = secret && organizationOf('browser', secret);
  if (!organization_uuid) return null;
  const digest = digestOf(secret);
  const found = await database.transaction(async (tx) => {
    await tx.bind({ organization_uuid });
    return findUserOfBrowser(tx, organization_uuid, digest, email);
  });
  return found && digest;
};
