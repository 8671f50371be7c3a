import type { Recordings } from '../recordings/open-recordings.ts';
import { findRecording } from '../recordings/queries.ts';
import type { FindRecording } from './recording.ts';

/** Finds recordings where the server keeps them. */
export const storedRecordings =
  ({ storage, listening }: Recordings): FindRecording =>
  async (tx, organization_uuid, call_uuid) => {
    const kept = await findRecording(tx, organization_uuid, call_uuid);
    if (!kept) return null;
    const { uuid, content_type, file_format, bytes, channels, channel_content } = kept;
    return {
      uuid,
      content_type,
      file_format,
      bytes,
      channels,
      channel_content,
      hearChannels: (database) => listening.hearChannels(database, kept),
      open: () => storage.read(kept),
      withFile: (use) => storage.withFile(kept, use),
    };
  };
