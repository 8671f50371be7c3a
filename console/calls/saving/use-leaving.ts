import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Desk } from '../desk.ts';
import { settled } from './settled.ts';

const isUnsaved = ({ store, written }: Desk) => store.get().draft !== store.get().saved || written.get() !== null;

/** Holds whoever leaves with what could not be saved, and tries again once there is a connection, or somebody is back. */
export const useLeaving = (desk: Desk) => {
  const { store } = desk;
  useEffect(() => {
    const again = () => {
      if (store.get().trouble) void store.save();
    };
    // Whoever comes back from another window may have signed in there.
    for (const name of ['online', 'focus']) addEventListener(name, again);
    return () => {
      for (const name of ['online', 'focus']) removeEventListener(name, again);
    };
  }, [store]);
  return useBlocker({
    withResolver: true,
    enableBeforeUnload: () => isUnsaved(desk),
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      await settled(store);
      return isUnsaved(desk);
    },
  });
};
