import type { RefusalCode } from '@pharos/contract/table/refusals.ts';
import { type Refusal, refusal, unavailable } from '../errors/errors.ts';
import { MESSAGES, type StorageProblem } from './storage-error.ts';

/** The status that a caller is answered with. What should not have happened at all, such as missing bytes, is a 500. */
export const STATUSES: Record<StorageProblem, number> = {
  full: 503,
  unavailable: 503,
  too_large: 413,
  out_of_range: 413,
  wrong_offset: 409,
  incomplete: 409,
  missing: 500,
};

const CODES: Record<StorageProblem, RefusalCode> = {
  full: 'storage_full',
  unavailable: 'storage_unavailable',
  too_large: 'body_too_large',
  out_of_range: 'upload_offset_mismatch',
  wrong_offset: 'upload_offset_mismatch',
  incomplete: 'upload_offset_mismatch',
  missing: 'internal_error',
};

/** Translates a problem of the storage for the caller; null where it is a fault of ours. */
export const refusalOf = (problem: StorageProblem): Refusal | null => {
  const [status, code, message] = [STATUSES[problem], CODES[problem], MESSAGES[problem]];
  if (status === 503) return unavailable(code, `${message}; nothing was changed, try again`);
  return status < 500 ? refusal(status, code, message) : null;
};
