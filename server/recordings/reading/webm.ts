import type { FileBytes } from './file-bytes.ts';
import { NotARecording } from './not-a-recording.ts';
import { OPUS_RATE, opusSamples, readOpusHead } from './opus.ts';
import { orTooSlow } from './pace.ts';
import type { Codec, Sound } from './sound.ts';
import { type Element, elementsOf, readContent, readFloat, readNumber } from './webm-elements.ts';

// Ids of elements (RFC 8794 and 9559).
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const NUMBER = 0xd7;
const KIND = 0x83;
const CODEC = 0x86;
const CODEC_HEADER = 0x63a2;
const AUDIO = 0xe1;
const RATE = 0xb5;
const CHANNELS = 0x9f;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const GROUP = 0xa0;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;

const OPENED = new Set([SEGMENT, INFO, TRACKS, TRACK, AUDIO, CLUSTER, GROUP]);
const MOST_TRACKS = 100;
const [VIDEO, SOUND] = [1, 2];
const CODECS: Record<string, Codec> = { A_OPUS: 'opus', A_VORBIS: 'vorbis' };

type Track = { number: number; kind: number; codec: string; rate: number; channels: number; header: Buffer };

/** Findings about a WebM so far, as its elements come. */
type Known = {
  tracks: Track[];
  /** Nanoseconds of a unit of time. */
  scale: number;
  cluster: number;
  /** Times at which the first and the last block of the sound begin. */
  first: number | null;
  last: number;
  opus_samples: number;
};

/** A WebM: its length is that of its packets, as what a browser records says none. */
export const readWebm = (bytes: FileBytes): Sound => {
  const known: Known = { tracks: [], scale: 1_000_000, cluster: 0, first: null, last: 0, opus_samples: 0 };
  const complete = orTooSlow(() => {
    for (const element of elementsOf(bytes, OPENED)) readElement(bytes, element, known);
    return true;
  });
  const { tracks } = known;
  if (tracks.some(({ kind }) => kind === VIDEO)) {
    throw new NotARecording('has_video', 'The file holds video: send its sound alone');
  }
  const track = tracks.find(({ kind }) => kind === SOUND);
  if (!track) throw new NotARecording('damaged', 'This WebM was cut off before its sound: send it again');
  const codec = CODECS[track.codec];
  if (!codec)
    throw new NotARecording(
      'unsupported_format',
      'The sound in this WebM is neither Opus nor Vorbis: send one of those',
    );
  const { channels = track.channels, skipped = 0 } = readOpusHead(track.header) ?? {};
  const lasted = (known.last - (known.first ?? 0)) * (known.scale / 1e9);
  const seconds = codec === 'opus' ? Math.max(0, known.opus_samples - skipped) / OPUS_RATE : lasted;
  return {
    file_format: 'webm',
    codec,
    channels,
    sample_rate: Math.round(track.rate),
    seconds: complete === null ? null : seconds,
  };
};

const readElement = (bytes: FileBytes, element: Element, known: Known): void => {
  const track = known.tracks.at(-1);
  switch (element.id) {
    case TIMESTAMP_SCALE:
      known.scale = readNumber(bytes, element) || known.scale;
      break;
    case TIMESTAMP:
      known.cluster = readNumber(bytes, element);
      break;
    case TRACK:
      if (known.tracks.length === MOST_TRACKS) throw new NotARecording('damaged', 'This WebM has too many tracks');
      known.tracks.push({ number: 0, kind: 0, codec: '', rate: 8_000, channels: 1, header: Buffer.alloc(0) });
      break;
    case SIMPLE_BLOCK:
    case BLOCK:
      if (element.end <= bytes.size) readBlock(bytes, element, known);
      break;
    default:
      if (track) readTrackField(bytes, element, track);
  }
};

const readBlock = (bytes: FileBytes, { start }: Element, known: Known): void => {
  const head = bytes.exactly(start, 6);
  const sound = known.tracks.find(({ kind }) => kind === SOUND);
  if (!head || ((head[0] as number) & 127) !== sound?.number) return;
  known.last = known.cluster + head.readInt16BE(1);
  known.first ??= known.last;
  known.opus_samples += opusSamples(head.subarray(4, 6));
};

const readTrackField = (bytes: FileBytes, element: Element, track: Track): void => {
  switch (element.id) {
    case NUMBER:
      track.number = readNumber(bytes, element);
      break;
    case KIND:
      track.kind = readNumber(bytes, element);
      break;
    case CODEC:
      track.codec = readContent(bytes, element).toString('latin1').replace(/\0.*$/, '');
      break;
    case CODEC_HEADER:
      track.header = readContent(bytes, element);
      break;
    case RATE:
      track.rate = readFloat(bytes, element) || track.rate;
      break;
    case CHANNELS:
      track.channels = readNumber(bytes, element) || track.channels;
  }
};
