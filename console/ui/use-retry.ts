import { useEffect, useRef } from 'react';
import { isTransient, RETRY_AFTER } from '../api/failures.ts';
import { onReturn } from '../api/on-return.ts';

/** Asks again by itself for what failed, once there is a connection, the reader is back, or a while has passed. */
export const useRetry = (error: unknown, again: () => void): void => {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (!(error instanceof Error) || !isTransient(error)) return;
    const run = () => latest.current();
    const end = onReturn(run);
    const timer = setInterval(run, RETRY_AFTER);
    return () => {
      end();
      clearInterval(timer);
    };
  }, [error]);
};
