import { closeSync, fstatSync, openSync } from 'node:fs';
import { countFrames } from './reading/count-frames.ts';
import { FileBytes } from './reading/file-bytes.ts';
import { readFlac } from './reading/flac.ts';
import { CONTENT_TYPES, type FileFormat } from './reading/formats.ts';
import { readMp4 } from './reading/mp4.ts';
import { NotARecording, TAKEN } from './reading/not-a-recording.ts';
import { readOgg } from './reading/ogg.ts';
import { type Pace, Stopped, TooSlow } from './reading/pace.ts';
import { recognise } from './reading/recognise.ts';
import type { Codec, Sound } from './reading/sound.ts';
import { readWav } from './reading/wav.ts';
import { readWebm } from './reading/webm.ts';

export type Probe = {
  file_format: FileFormat;
  codec: Codec;
  content_type: string;
  /** Sum of its frames; null where only decoding it would tell. */
  duration_ms: number | null;
  channels: number;
  /** Samples a second. */
  sample_rate: number;
};

/**
 * Identifies a recording by its bytes alone. Throws NotARecording. Reads synchronously, so for threads of its own only;
 * past the deadline the length is left open. Never holds the file in memory.
 */
export const probe = (path: string, pace?: Pace): Probe => {
  const file = openSync(path, 'r');
  try {
    return probeBytes(new FileBytes(file, fstatSync(file).size, pace));
  } catch (error) {
    if (error instanceof NotARecording || error instanceof Stopped) throw error;
    const reason = error instanceof TooSlow ? 'takes too long to read' : 'cannot be read';
    throw new NotARecording(
      'damaged',
      `The file begins like a recording and ${reason}: send it again, or as ${TAKEN}`,
      error,
    );
  } finally {
    closeSync(file);
  }
};

const READERS: Record<FileFormat, (bytes: FileBytes, start: number) => Sound> = {
  wav: readWav,
  mp3: (bytes, start) => countFrames(bytes, { start, end: bytes.size }, 'mp3'),
  aac: (bytes, start) => countFrames(bytes, { start, end: bytes.size }, 'aac'),
  m4a: readMp4,
  flac: readFlac,
  ogg: readOgg,
  webm: readWebm,
};

const probeBytes = (bytes: FileBytes): Probe => {
  const { file_format, start } = recognise(bytes);
  const { codec, channels, sample_rate, seconds } = READERS[file_format](bytes, start);
  if (!(channels > 0 && sample_rate > 0)) throw new TypeError('a header names no channels or no sampling rate');
  const believed = believable(seconds);
  if (believed === 0) throw new NotARecording('empty', 'There is no sound in the file');
  return {
    file_format,
    codec,
    content_type: CONTENT_TYPES[file_format],
    duration_ms: believed === null ? null : Math.round(believed * 1000),
    channels,
    sample_rate: Math.round(sample_rate),
  };
};

// A broken header can say anything; nobody was on the telephone for ten days.
const believable = (seconds: number | null) =>
  seconds !== null && seconds >= 0 && seconds < 10 * 86_400 ? seconds : null;
