import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server, type ServerOptions, type Upload as TusUpload } from '@tus/server';
import { type Key, uploadIdOf } from '../key.ts';
import { STATUSES } from '../refusal.ts';
import { LARGEST_BYTES, type Storage, type Stored, UPLOAD_LIFETIME_MS, type Upload } from '../storage.ts';
import { isProblem, StorageError } from '../storage-error.ts';
import { keyOf, TusStore } from './store.ts';

type TusRequest = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0];

/** Rules that the protocol leaves to the application. A refusal is thrown as `{status_code, body}`. */
export type UploadRules = {
  /** Refuses a caller who may not begin this upload; answers the key of the recording it will be. */
  begin(request: TusRequest, metadata: Upload['metadata']): Promise<Key>;
  /** Refuses a caller who may not continue the upload. */
  authorize(request: TusRequest, key: Key): Promise<void>;
  /**
   * All bytes are there, and the client hears so once this has ended. Called again where a crash or a lost answer came
   * between: first see whether the recording is known, and only else make it with `complete`.
   */
  finish(key: Key, metadata: Upload['metadata'], complete: () => Promise<Stored>): Promise<void>;
  /** Called with every error that is answered with 500. */
  failed(error: Error): void;
};

/** Answers the requests of the tus protocol 1.0 under a path: https://tus.io/protocols/resumable-upload */
export const openTusServer = (
  storage: Storage,
  path: string,
  rules: UploadRules,
): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const store = new TusStore(storage.uploads);
  const finish = (key: Key, metadata: Upload['metadata']) =>
    rules.finish(key, metadata, () => storage.uploads.complete(key));

  const server = new Server({
    path,
    datastore: store,
    relativeLocation: true,
    maxSize: LARGEST_BYTES,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: async (request, metadata = {}) => uploadIdOf(await rules.begin(request, metadata)),
    onIncomingRequest: async (request, id) => {
      // A POST has begun just now, with the id that its rule gave.
      if (request.method === 'POST') return;
      const key = keyOf(id);
      await rules.authorize(request, key);
      // A server that died before it finished a whole upload has told its client nothing: whoever asks now is told
      // that all is there, so it has to be so.
      const upload = request.method === 'HEAD' ? await storage.uploads.find(key) : null;
      if (upload && upload.offset === upload.bytes && !isOver(upload)) await finish(key, upload.metadata);
    },
    onUploadFinish: async (_request, { id, metadata }: TusUpload) => {
      await finish(keyOf(id), metadata ?? {});
      return {};
    },
    onResponseError: (_request, error) => {
      if (error instanceof StorageError && STATUSES[error.problem] !== 500) {
        return { status_code: STATUSES[error.problem], body: `${error.message}\n` };
      }
      if (isProblem(error, 'missing')) return { status_code: 404, body: 'There is no such upload\n' };
      if (error instanceof Error) rules.failed(error);
      if (error instanceof Error) return { status_code: 500, body: 'The upload failed on the server\n' };
      return undefined;
    },
  });
  return (request, response) => server.handle(request, response);
};

const isOver = ({ created_at }: Upload) => Date.now() - Date.parse(created_at) > UPLOAD_LIFETIME_MS;
