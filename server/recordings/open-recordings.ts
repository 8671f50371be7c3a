import type { Storage } from '../platform/storage/storage.ts';
import { type JoinSound, openJoinSound } from './join-sound.ts';
import { type Listening, openListening } from './listening.ts';
import { type MediaPool, openMediaPool } from './media-pool.ts';
import { openPlayableCopies, type PlayableCopies } from './playable-copies.ts';

/** Dependencies for keeping, hearing and playing recordings. */
export type Recordings = {
  storage: Storage;
  media: MediaPool;
  listening: Listening;
  copies: PlayableCopies;
  joinSound: JoinSound;
  close(): Promise<void>;
};

/** `scratch`: a folder for files that are being made. */
export const openRecordings = (storage: Storage, scratch: string): Recordings => {
  const media = openMediaPool();
  const listening = openListening(storage, media);
  const copies = openPlayableCopies(storage, scratch);
  const joinSound = openJoinSound(storage, scratch);
  const close = async () => {
    await Promise.all([listening.close(), copies.close()]);
    await media.close();
  };
  return { storage, media, listening, copies, joinSound, close };
};
