import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type IFormat, parseFromTokenizer, parseStream } from 'music-metadata';
import { fromFile } from 'strtok3';
import { CONTENT_TYPES, type FileFormat } from './formats.ts';
import { NotARecording, TAKEN } from './not-a-recording.ts';
import { HEAD_BYTES, recognise } from './recognise.ts';
import { SAMPLE_DECODERS } from './sample-decoders.ts';
import { readWavLayout } from './wav.ts';

export type Probe = {
  file_format: FileFormat;
  content_type: string;
  /** As the file says or its frames add up to; null where only decoding it would tell. */
  duration_ms: number | null;
  channels: number;
  /** Samples a second. */
  sample_rate: number;
};

/** How long the frames of a file may be added up where it does not say its length, in ms. */
const COUNTING_MS = 10_000;

/** What a recording is, by its bytes. Throws NotARecording; never holds the file in memory. */
export const probe = async (path: string): Promise<Probe> => {
  const recognised = recognise(await readHead(path));
  const format = await readFormat(path, recognised);
  if (format.hasVideo) throw new NotARecording('video', 'The file holds video: send its sound alone');
  const file_format = CONTAINERS.find(([container]) => container.test(`${format.container} ${format.codec}`))?.[1];
  const { numberOfChannels: channels, sampleRate: sample_rate } = format;
  if (file_format === undefined || (recognised !== 'tagged' && recognised !== file_format))
    throw new NotARecording('other_audio', `The sound in the file is of a kind that is not taken: send ${TAKEN}`);
  if (!channels || !sample_rate) throw new NotARecording('damaged', DAMAGED);
  const plain = file_format === 'wav' ? await plainWavSeconds(path) : null;
  const duration = believable(plain ?? format.duration ?? (await countSeconds(path, file_format)));
  if (duration === 0) throw new NotARecording('empty', 'There is no sound in the file');
  return {
    file_format,
    content_type: CONTENT_TYPES[file_format],
    duration_ms: duration === null ? null : Math.round(duration * 1000),
    channels,
    sample_rate,
  };
};

const DAMAGED = `The file begins like a recording but cannot be read as one: send it again, or as ${TAKEN}`;

const CONTAINERS: [RegExp, FileFormat][] = [
  [/^WAVE /, 'wav'],
  [/^MPEG .*Layer 3/, 'mp3'],
  [/^ADTS/, 'aac'],
  [/^FLAC /, 'flac'],
  [/^Ogg /, 'ogg'],
  [/^EBML\/webm /, 'webm'],
  [/ MPEG-4\/AAC| ALAC/, 'm4a'],
];

const readHead = async (path: string): Promise<Uint8Array> => {
  const file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0).finally(() => file.close());
  return buffer.subarray(0, bytesRead);
};

// A broken header can say anything; nobody was on the telephone for ten days.
const believable = (seconds: number | null) =>
  seconds !== null && seconds >= 0 && seconds < 10 * 86_400 ? seconds : null;

const OPTIONS = { skipCovers: true };

const readFormat = async (path: string, recognised: FileFormat | 'tagged'): Promise<IFormat> => {
  const tokenizer = await fromFile(path);
  // The parser is chosen by what was recognised: from a path it would be chosen by the ending of the name.
  tokenizer.fileInfo.path = undefined;
  tokenizer.fileInfo.mimeType = recognised === 'tagged' ? undefined : CONTENT_TYPES[recognised];
  try {
    return (await parseFromTokenizer(tokenizer, OPTIONS)).format;
  } catch (error) {
    throw new NotARecording('damaged', DAMAGED, error);
  } finally {
    await tokenizer.close();
  }
};

/** The length as all frames add up to, or null: WebM has no such sum, and a long file takes too long. */
const countSeconds = async (path: string, file_format: FileFormat): Promise<number | null> => {
  if (file_format === 'webm') return null;
  // As a stream, which reads ahead: frame by frame from the file takes five times as long.
  const stream = createReadStream(path, { signal: AbortSignal.timeout(COUNTING_MS) });
  const file_info = { mimeType: CONTENT_TYPES[file_format] };
  const counted = await parseStream(stream, file_info, { ...OPTIONS, duration: true }).catch((error) => {
    if (stream.errored?.name === 'AbortError') return null;
    throw new NotARecording('damaged', DAMAGED, error);
  });
  stream.destroy();
  if (!counted) return null;
  // Two bytes that could begin a frame are in many files; sound has more than one frame.
  if (counted.format.duration === undefined) throw new NotARecording('damaged', DAMAGED);
  return counted.format.duration;
};

/** The length of what is there, whatever the header says: recorders are cut off, and pipes have no size. */
const plainWavSeconds = async (path: string): Promise<number | null> => {
  const file = await open(path, 'r');
  const layout = await readWavLayout(file).finally(() => file.close());
  if (!layout || layout.rate === 0) throw new NotARecording('damaged', DAMAGED);
  const { tag, bits, channels, rate, start, end } = layout;
  return SAMPLE_DECODERS[`${tag}/${bits}`] ? (end - start) / ((channels * bits * rate) / 8) : null;
};
