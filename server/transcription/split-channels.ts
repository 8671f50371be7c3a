import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Conversion, convertChannels } from './convert-channels.ts';
import type { Recording } from './recording.ts';

/** Speech at 16 kHz and 48 kbit/s: 70 minutes have 25 MB. */
const SPEECH = { ending: 'mp3', options: ['-ar', '16000', '-c:a', 'libmp3lame', '-b:a', '48k'] };

/** Gives each of these channels of a recording, from 0, to `work`, as a recording of one channel. */
export const withChannels = <T>(
  recording: Recording,
  channels: number[],
  conversion: Conversion,
  work: (channel: Recording) => Promise<T>,
): Promise<T[]> =>
  convertChannels(recording, channels, SPEECH, conversion, async (path) => {
    const { size: bytes } = await stat(path);
    return work({
      ...recording,
      content_type: 'audio/mpeg',
      file_format: 'mp3',
      bytes,
      channels: 1,
      channel_content: 'mixed',
      open: async () => createReadStream(path),
      withFile: (use) => use(path),
    });
  });
