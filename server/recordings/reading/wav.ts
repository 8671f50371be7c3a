import { countFrames } from './count-frames.ts';
import type { FileBytes } from './file-bytes.ts';
import { NotARecording } from './not-a-recording.ts';
import type { Sound } from './sound.ts';
import { MP3_IN_WAV, type WavFormat, wavCodec, wavSeconds } from './wav-codecs.ts';

/** Bytes of a file, or as many of its first ones as are at hand. */
type Beginning = Pick<FileBytes, 'size' | 'at' | 'exactly'>;

/** Position of the sound of a WAV, and its coding. */
export type WavLayout = WavFormat & { start: number; end: number };

const EXTENSIBLE = 0xfffe;
const UNKNOWN_SIZE = 0xffffffff;
const MOST_CHUNKS = 1000;
/** Bytes searched for the next chunk behind one of a wrong size. */
const SEARCHED_BYTES = 64 * 1024;
const NAMES = ['data', 'fmt ', 'fact', 'LIST', 'bext', 'cue ', 'smpl', 'ds64', 'JUNK', 'PEAK', 'id3 '];

export const readWav = (bytes: FileBytes, begins = 0): Sound => {
  const layout = readWavLayout(bytes, begins);
  const { channels, rate: sample_rate, start, end } = layout;
  const wav = { file_format: 'wav', codec: wavCodec(layout) } as const;
  if (layout.tag === MP3_IN_WAV) return { ...countFrames(bytes, { start, end }, 'mp3'), ...wav };
  return { ...wav, channels, sample_rate, seconds: wavSeconds(end - start, layout) };
};

/** Reads the chunks of a RIFF or RF64 file up to its sound, as far as sizes that are wrong allow. */
export const readWavLayout = (bytes: Beginning, begins = 0): WavLayout => {
  let format: WavFormat | null = null;
  let long_size = 0;
  for (let position = begins + 12, chunks = 0; position + 8 <= bytes.size; chunks++) {
    if (chunks === MOST_CHUNKS)
      throw new NotARecording(
        'damaged',
        `This WAV has more than ${MOST_CHUNKS} parts before its sound: send it in another form`,
      );
    const head = bytes.at(position, 8);
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const start = position + 8;
    if (name === 'ds64') long_size = Number(bytes.exactly(start, 16)?.readBigUInt64LE(8) ?? 0);
    if (name === 'fmt ') format = readFormat(bytes.at(start, Math.min(length, 40)));
    if (name === 'data') {
      if (!format) break;
      // Whoever writes into a pipe, or is cut off, cannot come back to fill in the size.
      const said = length === UNKNOWN_SIZE ? long_size || bytes.size : length || bytes.size;
      return { ...format, start, end: Math.min(bytes.size, start + said) };
    }
    position = nextChunk(bytes, start, start + length);
  }
  throw new NotARecording('damaged', 'This WAV holds no sound, or was cut off before it: send it again');
};

/**
 * Finds the chunk behind one that claims to end at `end`: with a byte of padding or without, a little further, or
 * before that, where the file is shorter.
 */
const nextChunk = (bytes: Beginning, start: number, end: number): number => {
  const padded = end + (end % 2);
  const nameAt = (position: number) => bytes.at(position, 4).toString('latin1');
  const places = end < bytes.size ? [padded, end] : [];
  const likely = places.find((place) => NAMES.includes(nameAt(place))) ?? places.find((place) => isName(nameAt(place)));
  if (likely !== undefined) return likely;
  const from = end < bytes.size ? end : start;
  const searched = bytes.at(from, SEARCHED_BYTES).toString('latin1');
  const found = NAMES.map((name) => searched.indexOf(name)).filter((at) => at >= 0);
  return found.length > 0 ? from + Math.min(...found) : padded;
};

/** Letters, digits and blanks, of which names are made. */
const isName = (name: string) => /^[A-Za-z][A-Za-z0-9 _]{3}$/.test(name);

const readFormat = (chunk: Buffer): WavFormat => {
  if (chunk.length < 14) throw new NotARecording('damaged', 'The header of this WAV is damaged: send it again');
  const tag = chunk.readUInt16LE(0);
  const format = {
    tag: tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag,
    channels: chunk.readUInt16LE(2),
    rate: chunk.readUInt32LE(4),
    bytes_a_second: chunk.readUInt32LE(8),
    block_bytes: chunk.readUInt16LE(12),
    bits: chunk.length >= 16 ? chunk.readUInt16LE(14) : 8,
  };
  if (format.channels > 0 && format.rate > 0) return format;
  throw new NotARecording('damaged', 'The header of this WAV names no channels or no sampling rate: send it again');
};
