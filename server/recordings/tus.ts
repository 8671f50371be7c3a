import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { requireLocation } from '../calls/location.ts';
import { callExists } from '../calls/queries.ts';
import { recordRefusal } from '../platform/audit/refusal.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import { type Actor, reaches } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { badRequest, conflict, errorEnvelope, needsLevel, notFound, Refusal } from '../platform/errors/errors.ts';
import { isUuid } from '../platform/http/parameters.ts';
import { described } from '../platform/serving/answer-errors.ts';
import type { Authenticate } from '../platform/serving/authenticate.ts';
import type { Key } from '../platform/storage/key.ts';
import { isProblem } from '../platform/storage/storage-error.ts';
import { openTusServer } from '../platform/storage/tus/server.ts';
import { findByUuid, findRecording } from './queries.ts';
import type { RecordingTools } from './routes.ts';
import { ANOTHER, keepRecording } from './save-recording.ts';

const PATH = '/v1/uploads';
const MAX_NAME = 1024;

export type UploadTools = RecordingTools & { authenticate: Authenticate; sealer: Sealer };

type Asking = { actor: Actor; bound: ScopedDatabase; request_id: string };

/**
 * Serves resumable uploads (tus 1.0, https://tus.io/protocols/resumable-upload). Upload-Metadata names the call with
 * `call_uuid` and may have `filename`. The recording is there when the answer to the last piece is.
 */
export const serveUploads = (app: FastifyInstance, tools: UploadTools): void => {
  const { authenticate, sealer, database, storage, drawing } = tools;
  // The protocol's server hands its rules only the request's headers: who asks travels beside.
  const asking = new AsyncLocalStorage<Asking>();
  const askingNow = () => asking.getStore() as Asking;

  /** A refusal in the form in which the protocol's server passes it on; recorded as every other. */
  const refusable = async <T>(subject_uuid: string | null, work: (asking: Asking) => Promise<T>): Promise<T> => {
    const now = askingNow();
    try {
      return await work(now);
    } catch (error) {
      await recordRefusal(now.bound, now.actor, { type: 'recording', uuid: subject_uuid }, error);
      if (!(error instanceof Refusal)) throw error;
      const envelope = errorEnvelope(error, now.request_id);
      throw { status_code: error.status, body: JSON.stringify(envelope) };
    }
  };

  const answer = openTusServer(storage, PATH, {
    begin: (request, metadata) => refusable(null, (now) => begin(now, metadata, request.headers)),
    authorize: (_request, key) =>
      refusable(key.uuid, async ({ actor, bound }) => {
        if (key.organization_uuid !== actor.organization_uuid) throw notFound('upload');
        const upload = actor.location_uuids.length > 0 ? await storage.uploads.find(key) : null;
        if (upload) await requireLocation(bound, actor, { call_uuid: upload.metadata.call_uuid ?? undefined });
      }),
    finish: (key, metadata, complete) =>
      refusable(key.uuid, async ({ actor, bound }) => {
        if (await findByUuid(bound, key)) return;
        const call_uuid = String(metadata.call_uuid).toLowerCase();
        await requireLocation(bound, actor, { call_uuid });
        const stored = await complete().catch((error: unknown) => {
          // It was here already, under another key, and these bytes have been taken away.
          if (isProblem(error, 'missing')) return null;
          throw error;
        });
        if (!stored) return;
        const file_name = metadata.filename ?? undefined;
        await keepRecording(storage, bound, actor, { key, call_uuid, stored, file_name }).catch(async (error) => {
          // Its bytes are gone: whoever asks how far it is has to begin anew.
          if (error instanceof Refusal && error.status < 500) await storage.uploads.remove(key);
          throw error;
        });
        drawing.begin(bound, key.organization_uuid, call_uuid);
      }),
    failed: (error) => app.log.error({ error: described(error) }, 'an upload failed'),
  });

  app.all(`${PATH}*`, async (request, reply) => {
    const person = await authenticate(request.raw);
    const actor = { ...person, action: 'recordings.upload', request_id: request.id, address: request.ip };
    const { organization_uuid } = actor;
    const bound = database.scopedTo({ organization_uuid });
    request.actor = actor;
    if (!reaches(actor.access_level, 'member')) {
      const refusal = needsLevel('member', actor.access_level);
      await recordRefusal(bound, actor, { type: 'recording', uuid: null }, refusal);
      throw refusal;
    }
    if (request.raw.headers.expect?.toLowerCase() === '100-continue') reply.raw.writeContinue();
    reply.hijack();
    reply.raw.setHeader('x-request-id', request.id);
    await asking.run({ actor, bound, request_id: request.id }, () => answer(request.raw, reply.raw));
    sealer.soon(organization_uuid);
    return reply;
  });
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether the name was sent in UTF-8. What was not has become U+FFFD in `metadata`, which a name may hold by itself. */
const isUtf8 = (headers: Headers): boolean => {
  const [, base64 = ''] = /(?:^|,)\s*filename\s+([^,\s]+)/.exec(headers.get('upload-metadata') ?? '') ?? [];
  try {
    utf8.decode(Buffer.from(base64, 'base64'));
    return true;
  } catch {
    return false;
  }
};

type Metadata = Record<string, string | null>;

const begin = async ({ actor, bound }: Asking, { call_uuid, filename }: Metadata, headers: Headers): Promise<Key> => {
  const bytes = Number(headers.get('upload-length'));
  if (!call_uuid || !isUuid(call_uuid))
    throw badRequest('malformed', 'Upload-Metadata must name the call: call_uuid, in base64');
  if (filename && (filename.includes('\0') || filename.length > MAX_NAME || !isUtf8(headers))) {
    throw badRequest(
      'file_name',
      `filename in Upload-Metadata must be UTF-8 of at most ${MAX_NAME} characters, without NUL`,
    );
  }
  const { organization_uuid } = actor;
  await requireLocation(bound, actor, { call_uuid });
  if (!(await callExists(bound, organization_uuid, call_uuid))) throw notFound('call');
  // Said before a byte is sent: this cannot become the call's recording.
  const there = await findRecording(bound, organization_uuid, call_uuid);
  if (there && there.bytes !== bytes) throw conflict('another_recording', ANOTHER);
  return { organization_uuid, uuid: randomUUID() };
};
