import type { FileFormat } from './formats.ts';

/** Coding of a recording's samples. */
export type Codec =
  | 'aac'
  | 'a-law'
  | 'alac'
  | 'flac'
  | 'g722'
  | 'g723'
  | 'g726'
  | 'g729'
  | 'gsm'
  | 'ima-adpcm'
  | 'mp3'
  | 'ms-adpcm'
  | 'mu-law'
  | 'oki-adpcm'
  | 'opus'
  | 'other'
  | 'pcm'
  | 'speex'
  | 'truespeech'
  | 'vorbis';

/** Properties of a file's sound, read by the rules of its format. */
export type Sound = {
  file_format: FileFormat;
  codec: Codec;
  /** Number of channels, at least one. */
  channels: number;
  /** Samples a second. */
  sample_rate: number;
  /** Length of the sound that is there, whatever a header says; null where that cannot be told. */
  seconds: number | null;
};
