import type { Readable } from 'node:stream';
import type { Transaction } from '../database/database.ts';

/** A call's recording, as the storage has it. Its bytes are only ever read as a stream. */
export type Recording = {
  uuid: string;
  content_type: string;
  bytes: number;
  channels: number | null;
  open(): Promise<Readable>;
};

/** The recording of a call of an organization, or null where there is none. */
export type FindRecording = (
  tx: Transaction,
  organization_uuid: string,
  call_uuid: string,
) => Promise<Recording | null>;

/** Of two channels each is one party's: who spoke is exact then. */
export const hasPartyPerChannel = ({ channels }: Recording): boolean => channels === 2;
