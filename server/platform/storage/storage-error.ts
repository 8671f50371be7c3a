/**
 * - `full`: no room is left for the bytes; what was there before is untouched
 * - `missing`: nothing is kept under this key
 * - `out_of_range`: more was asked for than there is
 * - `too_large`: more than LARGEST_BYTES
 * - `wrong_offset`: an upload goes on at another byte than the one that was sent
 * - `incomplete`: an upload has not all its bytes yet
 * - `unavailable`: the storage does not answer, or refuses
 */
export type StorageProblem =
  | 'full'
  | 'missing'
  | 'out_of_range'
  | 'too_large'
  | 'wrong_offset'
  | 'incomplete'
  | 'unavailable';

/** Failure of the storage. The message names no key; the cause is the system's own error. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(MESSAGES[problem], { cause });
    this.problem = problem;
  }
}

export const MESSAGES: Record<StorageProblem, string> = {
  full: 'The storage of recordings is full',
  missing: 'The storage has nothing under this key',
  out_of_range: 'The recording has fewer bytes than were asked for',
  too_large: 'A recording has at most 4 GiB',
  wrong_offset: 'The upload goes on at another byte',
  incomplete: 'The upload is not complete',
  unavailable: 'The storage of recordings cannot be used',
};

/** Tells whether an error is this problem of a storage. */
export const isProblem = (error: unknown, problem: StorageProblem): boolean =>
  error instanceof StorageError && error.problem === problem;
