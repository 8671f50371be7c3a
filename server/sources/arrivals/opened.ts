import type { Bytes } from '../../platform/storage/storage.ts';
import type { ToldFacts } from '../kinds/kind.ts';

/** Facts of a recording, and its file's name. */
export type Opened = { file_name: string | null; facts: ToldFacts };

/** A recording that is open for reading where it came from. */
export type OpenedRecording = Opened & {
  bytes: Bytes;
  /** Hash that a file had when it was found. */
  sha256?: string;
  /** Ends what was opened for the bytes. */
  close?(): Promise<void>;
  /** Removes it where it came from. */
  remove?(): Promise<void>;
};
