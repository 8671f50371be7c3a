import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { takesIdempotencyKey } from '@pharos/contract/table/errors.ts';
import type { Route } from '@pharos/contract/table/route.ts';
import type { Actor, NobodyActor } from '../auth/actor.ts';
import type { ScopedDatabase } from '../database/database.ts';
import { joining } from '../database/scoped-database.ts';
import { badRequest, conflict } from '../errors/errors.ts';
import { printed } from '../json/print-json.ts';
import { StoredJson } from '../json/stored-json.ts';
import { deleteOldKey, findKept, type Kept, keepAnswer, takeKey } from './queries.ts';

type Request = {
  database: ScopedDatabase;
  actor: Actor | NobodyActor;
  route: Route;
  request: IncomingMessage;
  bytes: Uint8Array;
};
type Result = { data?: unknown; etag?: string; headers?: Record<string, string | string[]> };

const MAX_KEY = 255;

// An answer may have many megabytes: packing them in this thread would hold up everybody's requests.
const pack = promisify<Uint8Array, Buffer>(zstdCompress);

/**
 * Does the work of a request. Where a POST has an Idempotency-Key, the work, the key and the answer are one
 * transaction: sent again, the request gets the same data and does nothing; with another body it is refused (409).
 */
export const withIdempotencyKey = async <T extends Result | undefined>(
  { database, actor, route, request, bytes }: Request,
  work: (database: ScopedDatabase) => Promise<T>,
): Promise<T | Result> => {
  const key = request.headers['idempotency-key'];
  if (key === undefined || actor.kind !== 'user' || !takesIdempotencyKey(route)) return work(database);
  if (typeof key !== 'string' || key.length === 0 || key.length > MAX_KEY) {
    throw badRequest('malformed_request', `Idempotency-Key must have 1 to ${MAX_KEY} characters`);
  }
  const { organization_uuid, user_uuid } = actor;
  const taken = { organization_uuid, user_uuid, key };
  const digest = createHash('sha256').update(`${request.url}\n`).update(bytes).digest('hex');
  return database.transaction(async (tx) => {
    deleteOldKey(tx, taken);
    if (!(await takeKey(tx, taken, digest))) return again((await findKept(tx, taken)) as Kept, digest);
    const result = await work(joining(tx));
    const { data, etag } = result ?? {};
    // A secret is shown once: it is not kept to be shown again.
    const answer = route.shows_secret ? null : await pack(printed(data));
    await keepAnswer(tx, taken, { answer, etag: etag ?? null });
    return result;
  });
};

const again = ({ request_digest, answer, etag }: Kept, digest: string): Result => {
  if (request_digest !== digest)
    throw conflict('idempotency_key_reused', 'This Idempotency-Key was used with another request; take a new one');
  if (!answer)
    throw conflict(
      'secret_already_shown',
      'This was already done; its answer contained a secret, which is shown only once',
    );
  return { data: StoredJson.unpack(answer), etag: etag ?? undefined, headers: { 'idempotency-replayed': 'true' } };
};
