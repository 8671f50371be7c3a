import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CallStore } from './call-store.ts';

const isUnsaved = (store: CallStore) => store.get().draft !== store.get().saved;

/** Once nothing is on its way to the server any more. */
const settled = (store: CallStore): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (store.get().saving) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });

/** Holds whoever leaves with what could not be saved, and tries again once there is a connection. */
export const useLeaving = (store: CallStore) => {
  useEffect(() => {
    const again = () => void store.save();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [store]);
  return useBlocker({
    withResolver: true,
    enableBeforeUnload: () => isUnsaved(store),
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      await settled(store);
      return isUnsaved(store);
    },
  });
};
