import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onReturn } from '../../api/on-return.ts';
import type { CallWorkspace } from '../state.ts';
import { keepSaving } from './keep-saving.ts';
import { settled } from './settled.ts';

const isUnsaved = ({ store, written }: CallWorkspace) =>
  store.get().draft !== store.get().saved || written.get() !== null;

/** Warns before the page is left with unsaved changes, and tries to save them while it is open. */
export const useLeaving = (workspace: CallWorkspace) => {
  const { store } = workspace;
  useEffect(() => {
    const ends = [keepSaving(store), onReturn(() => void store.again())];
    return () => {
      for (const end of ends) end();
    };
  }, [store]);
  return useBlocker({
    withResolver: true,
    enableBeforeUnload: () => isUnsaved(workspace),
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      await settled(store);
      return isUnsaved(workspace);
    },
  });
};
