import type { S3Address } from './address.ts';
import { openFiles } from './files/open.ts';
import type { Storage } from './storage.ts';

export type StorageSettings =
  /** Recordings as files under this folder. */
  | { folder: string }
  /** Recordings in a bucket; `scratch` is a folder for copies that programs work on. */
  | { s3: S3Address; scratch: string };

/** Opens the storage; throws a StorageError where it cannot be used. */
export const openStorage = async (settings: StorageSettings): Promise<Storage> => {
  if ('folder' in settings) return openFiles(settings.folder);
  // The client of S3 is large: only who has a bucket waits for it.
  const { openS3 } = await import('./s3/open.ts');
  return openS3(settings.s3, settings.scratch);
};
