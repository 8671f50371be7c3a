import type { Storage } from '../platform/storage/storage.ts';
import { type Listening, openListening } from './listening.ts';
import { type MediaPool, openMediaPool } from './media-pool.ts';

/** What recordings are kept with, and heard with. */
export type Recordings = { storage: Storage; media: MediaPool; listening: Listening; close(): Promise<void> };

export const openRecordings = (storage: Storage): Recordings => {
  const media = openMediaPool();
  const listening = openListening(storage, media);
  return { storage, media, listening, close: () => listening.close().finally(() => media.close()) };
};
