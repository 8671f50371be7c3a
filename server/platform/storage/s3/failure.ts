import { StorageError, type StorageProblem } from '../storage-error.ts';

const PROBLEMS: Record<string, StorageProblem> = {
  NoSuchKey: 'missing',
  NotFound: 'missing',
  NoSuchUpload: 'missing',
  InvalidRange: 'out_of_range',
  EntityTooLarge: 'too_large',
  QuotaExceeded: 'full',
  InsufficientStorage: 'full',
  XMinioStorageFull: 'full',
};

/** Throws the server's refusal as the storage's own. */
export const refused = (error: Error): never => {
  throw error instanceof StorageError ? error : new StorageError(PROBLEMS[error.name] ?? 'unavailable', error);
};

/** Null where there is no such thing; any other refusal is thrown. */
export const unlessMissing = (error: Error): null => (PROBLEMS[error.name] === 'missing' ? null : refused(error));
