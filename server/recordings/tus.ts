import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type Actor, reaches } from '../auth/actor.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import { requireLocation } from '../calls/location.ts';
import { callExists } from '../calls/queries.ts';
import type { Database } from '../database/database.ts';
import { badRequest, errorEnvelope, forbidden, notFound, Refusal } from '../http/errors.ts';
import { isUuid } from '../http/parameters.ts';
import type { Key } from '../storage/key.ts';
import { isProblem } from '../storage/storage-error.ts';
import { openTusServer } from '../storage/tus/server.ts';
import { keepRecording } from './keep.ts';
import { findByUuid } from './queries.ts';
import type { RecordingTools } from './routes.ts';

const PATH = '/v1/uploads';

/**
 * Serves resumable uploads (tus 1.0, https://tus.io/protocols/resumable-upload). Upload-Metadata names the call with
 * `call_uuid` and may have `filename`. The recording is there when the answer to the last piece is.
 */
export const serveUploads = (app: FastifyInstance, authenticate: Authenticate, tools: RecordingTools): void => {
  const { database, storage, drawing } = tools;
  // The protocol's server hands its rules only the request's headers: who asks travels beside.
  const asking = new AsyncLocalStorage<{ actor: Actor }>();
  const actorNow = () => (asking.getStore() as { actor: Actor }).actor;

  const answer = openTusServer(storage, PATH, {
    begin: (_request, metadata) => refusable(() => begin(database, actorNow(), metadata.call_uuid)),
    authorize: (_request, key) =>
      refusable(async () => {
        if (key.organization_uuid !== actorNow().organization_uuid) throw notFound('Upload');
      }),
    finish: (key, metadata, complete) =>
      refusable(async () => {
        const [actor, bound] = [actorNow(), database.within(key)];
        if (await findByUuid(bound, key)) return;
        const call_uuid = String(metadata.call_uuid).toLowerCase();
        const stored = await complete().catch((error: unknown) => {
          // What was refused, or was here already under another key, has been taken away.
          if (isProblem(error, 'missing')) return null;
          throw error;
        });
        if (!stored) return;
        const file_name = metadata.filename ?? undefined;
        await keepRecording(storage, bound, actor, { key, call_uuid, stored, file_name });
        drawing.begin(bound, key.organization_uuid, call_uuid);
      }),
  });

  app.all(`${PATH}*`, async (request, reply) => {
    const person = await authenticate(request.raw);
    const actor = { ...person, action: 'recordings.upload', request_id: request.id, address: request.ip };
    request.actor = actor;
    if (!reaches(actor.access_level, 'member')) {
      throw forbidden(`This needs the access level member; yours is ${actor.access_level}`);
    }
    reply.hijack();
    reply.raw.setHeader('x-request-id', request.id);
    await asking.run({ actor }, () => answer(request.raw, reply.raw));
    return reply;
  });
};

const begin = async (database: Database, actor: Actor, call_uuid: string | null | undefined): Promise<Key> => {
  if (!call_uuid || !isUuid(call_uuid)) throw badRequest('Upload-Metadata must name the call: call_uuid, in base64');
  const { organization_uuid } = actor;
  const bound = database.within({ organization_uuid });
  await requireLocation(bound, actor, { call_uuid });
  if (!(await callExists(bound, organization_uuid, call_uuid))) throw notFound('Call');
  return { organization_uuid, uuid: randomUUID() };
};

/** A refusal in the form in which the protocol's server passes it on. */
const refusable = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const envelope = errorEnvelope(error.status, error.message, '', error.problems);
    throw { status_code: error.status, body: JSON.stringify(envelope) };
  }
};
