import { ADTS } from './adts.ts';
import type { FileBytes } from './file-bytes.ts';
import { type FrameReader, framesIn } from './frames.ts';
import { MPEG, readMpegSummary } from './mpeg.ts';
import { NotARecording } from './not-a-recording.ts';
import { orTooSlow } from './pace.ts';
import type { Sound } from './sound.ts';

const READERS: Record<'mp3' | 'aac', FrameReader> = { mp3: MPEG, aac: ADTS };

/** The sound of a file of frames as all of them add up to, whatever its headers say: files are joined and cut. */
export const countFrames = (
  bytes: FileBytes,
  { start, end }: { start: number; end: number },
  file_format: 'mp3' | 'aac',
): Sound => {
  let first: Pick<Sound, 'channels' | 'sample_rate'> | null = null;
  let is_first = true;
  const seconds = orTooSlow(() => {
    let sum = 0;
    for (const { position, frame } of framesIn(bytes, start, end, READERS[file_format])) {
      const summary =
        is_first && file_format === 'mp3' ? readMpegSummary(bytes.at(position, frame.bytes), frame) : null;
      is_first = false;
      first ??= { channels: frame.channels || 2, sample_rate: frame.rate };
      sum += (summary ? -summary.padding : frame.samples) / frame.rate;
    }
    return Math.max(0, sum);
  });
  if (!first) throw new NotARecording('damaged', 'The file begins like a recording and holds no sound: send it again');
  return { file_format, codec: file_format, ...(first as Pick<Sound, 'channels' | 'sample_rate'>), seconds };
};
