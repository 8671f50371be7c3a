import type { CallStore } from './call-store.ts';

/** Once nothing is on its way to the server any more. */
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
