import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onReturn } from '../../api/on-return.ts';
import type { Desk } from '../state.ts';
import { keepSaving } from './keep-saving.ts';
import { settled } from './settled.ts';

const isUnsaved = ({ store, written }: Desk) => store.get().draft !== store.get().saved || written.get() !== null;

/** Holds whoever leaves with what could not be saved, and tries again as long as they are there. */
export const useLeaving = (desk: Desk) => {
  const { store } = desk;
  useEffect(() => {
    const ends = [keepSaving(store), onReturn(() => void store.again())];
    return () => {
      for (const end of ends) end();
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
