import type { Readable } from 'node:stream';
import type { Transaction } from '../platform/database/database.ts';
import type { FileFormat } from '../recordings/reading/formats.ts';

/** A call's recording, as the storage has it. Its bytes are never all in memory. */
export type Recording = {
  uuid: string;
  content_type: string;
  file_format: FileFormat;
  bytes: number;
  channels: number | null;
  open(): Promise<Readable>;
  /** Lends a path to a program that needs a file; the path is good until `use` has ended. */
  withFile<T>(use: (path: string) => Promise<T>): Promise<T>;
};

/** The recording of a call of an organization, or null where there is none. */
export type FindRecording = (
  tx: Transaction,
  organization_uuid: string,
  call_uuid: string,
) => Promise<Recording | null>;

/** Of two channels each is one party's: who spoke is exact then. */
export const hasPartyPerChannel = ({ channels }: Recording): boolean => channels === 2;
