import type { Readable } from 'node:stream';
import type { ChannelContent } from '@pharos/contract/recordings.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import type { FileFormat } from '../recordings/reading/formats.ts';

/** A call's recording, as the storage has it. Its bytes are never all in memory. */
export type Recording = {
  uuid: string;
  content_type: string;
  file_format: FileFormat;
  bytes: number;
  channels: number | null;
  /** Null where nobody has heard it yet, or it cannot be heard here. */
  channel_content: ChannelContent | null;
  /** Hears what its channels hold, where that is not known yet. */
  hearChannels(database: ScopedDatabase): Promise<ChannelContent | null>;
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

type Channels = Pick<Recording, 'channels' | 'channel_content'>;

/** Tells two parties, each on a channel of its own, so that who spoke is exact; taken for so where nobody heard it. */
export const hasPartyPerChannel = ({ channels, channel_content }: Channels): boolean =>
  channels === 2 && (channel_content === null || channel_content === 'separate');

/** The channel, from 0, that has all of the sound of two; null where one is not enough, or there is but one. */
export const onlyChannel = ({ channels, channel_content }: Channels): number | null => {
  if (channels !== 2 || channel_content === null || channel_content === 'separate') return null;
  return channel_content === 'right_only' ? 1 : 0;
};

/** Tells people why a recording of two channels was heard as one; undefined where it was not. */
export const noteOfChannels = ({ channels, channel_content }: Channels): string | undefined =>
  (channels === 2 && channel_content && NOTES[channel_content]) || undefined;

const NOTES: Partial<Record<ChannelContent, string>> = {
  same: 'Both channels have the same sound: they were heard as one, and speakers were told apart by their voices',
  inverted: 'Both channels have the same sound: one of them was heard, and speakers were told apart by their voices',
  left_only: 'The right channel is silent: only the left one was heard, and speakers were told apart by their voices',
  right_only: 'The left channel is silent: only the right one was heard, and speakers were told apart by their voices',
};
