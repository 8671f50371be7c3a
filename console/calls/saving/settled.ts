import type { CallStore } from './call-store.ts';

/** Resolves once every change has been sent to the server. */
export const settled = (store: CallStore): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (store.get().saving) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
