import type { S3Address } from './address.ts';
import { openFiles } from './files/open.ts';
import { openS3 } from './s3/open.ts';
import type { Storage } from './storage.ts';

export type StorageSettings =
  /** Recordings as files under this folder. */
  | { folder: string }
  /** Recordings in a bucket; `scratch` is a folder for copies that programs work on. */
  | { s3: S3Address; scratch: string };

/** Opens the storage; throws a StorageError where it cannot be used. */
export const openStorage = (settings: StorageSettings): Promise<Storage> =>
  'folder' in settings ? openFiles(settings.folder) : openS3(settings.s3, settings.scratch);
