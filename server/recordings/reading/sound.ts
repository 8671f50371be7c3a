import type { FileFormat } from './formats.ts';

/** How the samples of a recording are coded. */
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

/** What a file says of its sound, by the rules of its format. */
export type Sound = {
  file_format: FileFormat;
  codec: Codec;
  /** At least one. */
  channels: number;
  /** Samples a second. */
  sample_rate: number;
  /** Of what is there, whatever a header says; null where that cannot be told. */
  seconds: number | null;
};
