import type { Readable } from 'node:stream';
import type { JobRemark, JobRemarkCode } from '@pharos/contract/job-reasons.ts';
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

/** Remark on why a recording of two channels was heard as one; null where it was not. */
export const remarkOnChannels = ({ channels, channel_content }: Channels): JobRemark | null => {
  const code = channels === 2 && channel_content !== null && REMARKS[channel_content];
  return code ? { code } : null;
};

const REMARKS: Partial<Record<ChannelContent, JobRemarkCode>> = {
  same: 'channels_identical',
  inverted: 'channels_inverted',
  left_only: 'left_channel_only',
  right_only: 'right_channel_only',
};
