import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { UPLOADS_PATH } from '@pharos/contract/uploads.ts';
import type { FastifyBaseLogger } from 'fastify';
import { requireLocation } from '../../calls/location.ts';
import { callExists } from '../../calls/queries.ts';
import { recordRefusal } from '../../platform/audit/refusal.ts';
import type { UserActor } from '../../platform/auth/actor.ts';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import { GuardFailed } from '../../platform/database/guard.ts';
import { badRequest, conflict, errorEnvelope, notFound, Refusal, unauthorized } from '../../platform/errors/errors.ts';
import { clientLeft } from '../../platform/http/client-left.ts';
import { endStalled } from '../../platform/http/end-stalled.ts';
import { isUuid } from '../../platform/http/parameters.ts';
import { described } from '../../platform/serving/answer-errors.ts';
import type { ProtocolAnswer } from '../../platform/serving/handler.ts';
import type { Key } from '../../platform/storage/key.ts';
import { isProblem } from '../../platform/storage/storage-error.ts';
import { openTusServer, type UploadRules } from '../../platform/storage/tus/server.ts';
import type { Recordings } from '../open-recordings.ts';
import { findByUuid, findRecording } from '../queries.ts';
import { ANOTHER, keepRecording } from '../save-recording.ts';
import { deleteUpload } from './queries.ts';
import { countUpload } from './unfinished.ts';

const MAX_NAME = 1024;

/** `signal` ends when the client leaves: it may come back, and finds its bytes. */
type Asking = { actor: UserActor; database: ScopedDatabase; signal: AbortSignal };

/** Server of the protocol, which answers a request of somebody who is known. */
export type Uploads = (by: Omit<Asking, 'signal'>) => ProtocolAnswer['respond'];

/**
 * Opens resumable uploads (tus 1.0, https://tus.io/protocols/resumable-upload). Upload-Metadata names the call with
 * `call_uuid` and may have `filename`. The recording is there when the answer to the last piece is.
 */
export const openUploads = (
  recordings: Recordings,
  { log, idle_ms }: { log: FastifyBaseLogger; idle_ms: number },
): Uploads => {
  // The protocol's server hands its rules only the request's headers: who asks travels beside.
  const asking = new AsyncLocalStorage<Asking>();
  const tus = openTusServer(
    recordings.storage,
    UPLOADS_PATH,
    rulesOf(recordings, log, () => asking.getStore() as Asking),
  );
  return ({ actor, database }) =>
    async (request, response) => {
      if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
      endStalled(request, response, idle_ms);
      const signal = clientLeft(response, new Error('the client left'));
      await asking.run({ actor, database, signal }, () => tus(request, response));
    };
};

const rulesOf = (recordings: Recordings, log: FastifyBaseLogger, asking: () => Asking): UploadRules => ({
  begin: (request, metadata) => refusable(asking(), null, (now) => begin(recordings, now, metadata, request.headers)),
  authorize: (_request, key) =>
    refusable(asking(), key.uuid, async ({ actor, database }) => {
      if (key.organization_uuid !== actor.organization_uuid) throw notFound('upload');
      const upload = actor.location_uuids.length > 0 ? await recordings.storage.uploads.find(key) : null;
      if (upload) await requireLocation(database, actor, { call_uuid: upload.metadata.call_uuid ?? undefined });
    }),
  finish: (key, metadata, complete) =>
    refusable(asking(), key.uuid, async ({ actor, database, signal }) => {
      if (await findByUuid(database, key)) return void (await deleteUpload(database, key));
      const call_uuid = String(metadata.call_uuid).toLowerCase();
      await requireLocation(database, actor, { call_uuid });
      const stored = await complete().catch((error: unknown) => {
        // It was here already, under another key, and these bytes have been taken away.
        if (isProblem(error, 'missing')) return null;
        throw error;
      });
      if (!stored) return;
      const file_name = metadata.filename ?? undefined;
      // Whichever request it ends with, a recording was uploaded.
      const uploader = { ...actor, action: 'recordings.upload' };
      const arrived = { key, call_uuid, stored, file_name, signal };
      await keepRecording(recordings, database, uploader, arrived).catch(async (error) => {
        // Its bytes are gone: whoever asks how far it is has to begin anew.
        if (error instanceof Refusal && error.status < 500) {
          await recordings.storage.uploads.remove(key);
          await deleteUpload(database, key);
        }
        throw error;
      });
      await deleteUpload(database, key);
      recordings.listening.begin(database, key.organization_uuid, call_uuid);
    }),
  failed: (error) => {
    if (!asking().signal.aborted) log.error({ error: described(error) }, 'an upload failed');
  },
});

/** A refusal in the form in which the protocol's server passes it on; recorded as every other. */
const refusable = async <T>(
  now: Asking,
  subject_uuid: string | null,
  work: (asking: Asking) => Promise<T>,
): Promise<T> => {
  try {
    return await work(now);
  } catch (error) {
    await recordRefusal(now.database, now.actor, { type: 'recording', uuid: subject_uuid }, error);
    // Somebody who was shut out while their bytes came.
    const refused = error instanceof GuardFailed ? unauthorized() : error;
    if (!(refused instanceof Refusal)) throw error;
    const envelope = errorEnvelope(refused, now.actor.request_id as string);
    throw { status_code: refused.status, body: JSON.stringify(envelope) };
  }
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Tells whether the name was sent in UTF-8. Other bytes have become U+FFFD in `metadata`, which a name may also hold by
 * itself.
 */
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

const begin = async (
  { storage }: Recordings,
  { actor, database }: Asking,
  { call_uuid, filename }: Metadata,
  headers: Headers,
): Promise<Key> => {
  const bytes = Number(headers.get('upload-length'));
  if (!call_uuid || !isUuid(call_uuid))
    throw badRequest('malformed_request', 'Upload-Metadata must name the call: call_uuid, in base64');
  if (filename && (filename.includes('\0') || filename.length > MAX_NAME || !isUtf8(headers))) {
    throw badRequest(
      'invalid_file_name',
      `filename in Upload-Metadata must be UTF-8 of at most ${MAX_NAME} characters, without NUL`,
    );
  }
  const { organization_uuid } = actor;
  await requireLocation(database, actor, { call_uuid });
  if (!(await callExists(database, organization_uuid, call_uuid))) throw notFound('call');
  // Said before a byte is sent: this cannot become the call's recording.
  const there = await findRecording(database, organization_uuid, call_uuid);
  if (there && there.bytes !== bytes) throw conflict('recording_exists', ANOTHER);
  const key = { organization_uuid, uuid: randomUUID() };
  await countUpload(storage, database, actor, key, call_uuid.toLowerCase());
  return key;
};
