import { Refusal, unavailable } from '../http/errors.ts';
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

/** What a caller is told of a problem of the storage; null where it is a fault of ours. */
export const refusalOf = (problem: StorageProblem): Refusal | null => {
  const [status, message] = [STATUSES[problem], MESSAGES[problem]];
  if (status === 503) return unavailable(`${message}; nothing was changed, try again`);
  return status < 500 ? new Refusal(status, message) : null;
};
