import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { type Key, keyOfUploadId } from '../key.ts';
import { UPLOAD_LIFETIME_MS, type Uploads } from '../storage.ts';

/** The storage's uploads as the tus protocol asks for them. */
export class TusStore extends DataStore {
  readonly #uploads: Uploads;

  constructor(uploads: Uploads) {
    super();
    this.#uploads = uploads;
    this.extensions = ['creation', 'creation-with-upload', 'expiration', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    if (upload.size === undefined) throw ERRORS.UNSUPPORTED_CREATION_DEFER_LENGTH_EXTENSION;
    await this.#uploads.create(keyOf(upload.id), { bytes: upload.size, metadata: upload.metadata ?? {} });
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await this.#uploads.find(keyOf(id));
    if (!found) throw ERRORS.FILE_NOT_FOUND;
    const { bytes: size, offset, metadata, created_at: creation_date } = found;
    return new Upload({ id, size, offset, metadata, creation_date });
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.#uploads.append(keyOf(id), offset, stream);
  }

  override remove(id: string): Promise<void> {
    return this.#uploads.remove(keyOf(id));
  }

  override getExpiration(): number {
    return UPLOAD_LIFETIME_MS;
  }
}

/** The key in an upload's address; one that cannot be ours is not found. */
export const keyOf = (id: string): Key => {
  const key = keyOfUploadId(id);
  if (!key) throw ERRORS.FILE_NOT_FOUND;
  return key;
};
