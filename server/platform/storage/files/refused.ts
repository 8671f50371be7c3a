import { StorageError } from '../storage-error.ts';

const PROBLEMS: Record<string, 'full' | 'missing'> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  ENOENT: 'missing',
};

/** Throws the system's refusal as the storage's own. */
export const refused = (error: NodeJS.ErrnoException): never => {
  throw error instanceof StorageError ? error : new StorageError(PROBLEMS[error.code ?? ''] ?? 'unavailable', error);
};

/** Null where there is no such file; any other refusal is thrown. */
export const unlessMissing = (error: NodeJS.ErrnoException): null => (error.code === 'ENOENT' ? null : refused(error));
