import type { Database } from '../platform/database/database.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { MediaPool } from './media-pool.ts';
import type { Drawing } from './waveforms.ts';

/** What recordings are kept, heard and answered with. */
export type RecordingTools = {
  database: Database;
  storage: Storage;
  media: MediaPool;
  drawing: Drawing;
  address: () => string;
};
