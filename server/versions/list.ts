import type { Actor } from '../platform/auth/actor.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versionPageOf } from '../platform/http/cursor.ts';
import { type Kind, selectVersions } from './queries.ts';

type Exists = (tx: Transaction, organization_uuid: string, uuid: string) => Promise<object | null>;

/** A page of the versions of a call or a case, newest first; 404 where there is none. */
export const listVersions = async (
  database: ScopedDatabase,
  { organization_uuid }: Actor,
  { kind, uuid, exists }: { kind: Kind; uuid: string; exists: Exists },
  query: { limit?: number; cursor?: string },
) => {
  const data = await versionPageOf(query, async (slice) => {
    const [found, rows] = await database.transaction((tx) =>
      Promise.all([exists(tx, organization_uuid, uuid), selectVersions(tx, kind, { organization_uuid, uuid }, slice)]),
    );
    if (!found) throw notFound(kind);
    return rows;
  });
  return { data };
};
