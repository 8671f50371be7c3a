import { PharosError } from '@pharos/client/error.ts';

/** Milliseconds after which what could not be sent is tried again. */
export const AGAIN = 10_000;

/** A status that will be the same if it is asked again; 401 ends when somebody has signed in. */
export const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![401, 408, 423, 429].includes(status);

/** Whether what went wrong may go well the next time. */
export const canPass = (error: Error): boolean => !(error instanceof PharosError) || !isFinal(error.status_code);

/** Whether it is asked of somebody who is not signed in, or no longer. */
export const isSignedOut = (error: unknown): boolean => error instanceof PharosError && error.status_code === 401;
