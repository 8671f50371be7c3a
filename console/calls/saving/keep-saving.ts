import { isSignedOut, isTransient, RETRY_AFTER } from '../../api/failures.ts';
import type { CallStore } from './call-store.ts';

/**
 * Tries again after a while, as long as something is not saved for a reason that can pass; the answer ends it. To be signed
 * out does not pass by itself.
 */
export const keepSaving = (store: CallStore): (() => void) => {
  let known: Error | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const { trouble } = store.get();
    if (trouble === known) return;
    known = trouble;
    clearTimeout(timer);
    if (trouble && isTransient(trouble) && !isSignedOut(trouble))
      timer = setTimeout(() => void store.again(), RETRY_AFTER);
  };
  const stop = store.subscribe(look);
  look();
  return () => {
    stop();
    clearTimeout(timer);
  };
};
