import { readAudioConfig } from './aac.ts';
import type { FileBytes } from './file-bytes.ts';
import { type Box, boxesIn, findBox } from './mp4-boxes.ts';
import { NotARecording, TAKEN } from './not-a-recording.ts';
import type { Codec } from './sound.ts';

/** Coding of a track's sound. The number of channels in its sample entry is often a mere form: 2, whatever they are. */
export type SoundEntry = { codec: Codec; channels: number; sample_rate: number; bits: number };

const CODECS: Record<string, Codec> = {
  mp4a: 'aac',
  alac: 'alac',
  Opus: 'opus',
  fLaC: 'flac',
  '.mp3': 'mp3',
  'ms\0U': 'mp3',
  sowt: 'pcm',
  twos: 'pcm',
  lpcm: 'pcm',
  in24: 'pcm',
  in32: 'pcm',
  fl32: 'pcm',
  fl64: 'pcm',
  'raw ': 'pcm',
  NONE: 'pcm',
  ulaw: 'mu-law',
  alaw: 'a-law',
  ima4: 'ima-adpcm',
  agsm: 'gsm',
};

/** Sound that is not taken, so that the refusal can name it. */
const OTHERS: Record<string, string> = {
  samr: 'AMR',
  sawb: 'AMR-WB',
  sawp: 'AMR-WB+',
  'ac-3': 'Dolby Digital',
  'ec-3': 'Dolby Digital Plus',
  sqcp: 'QCELP',
  Qclp: 'QCELP',
  sevc: 'EVRC',
  ssmv: 'SMV',
  QDM2: 'QDesign',
  QDMC: 'QDesign',
  drms: 'Copy-protected',
  enca: 'Copy-protected',
};

/** Object types of MP4 (the registration authority's list). */
const MP3_TYPES = [0x69, 0x6b];
const AAC_TYPES = [0x40, 0x66, 0x67, 0x68];

/** Reads the first sample entry of a track of sound. */
export const readSoundEntry = (bytes: FileBytes, table: Box): SoundEntry | null => {
  const [entry] = boxesIn(bytes, { start: table.start + 8, end: table.end });
  if (!entry) return null;
  const codec = CODECS[entry.type];
  if (!codec) throw otherAudio(OTHERS[entry.type] ?? `“${entry.type.replaceAll(/[^\x20-\x7e]/g, '?')}”`);
  const head = bytes.exactly(entry.start, 28);
  if (!head) return null;
  const version = head.readUInt16BE(8);
  const said = {
    codec,
    channels: head.readUInt16BE(16),
    bits: head.readUInt16BE(18),
    sample_rate: head.readUInt16BE(24),
  };
  const second = version === 2 ? bytes.exactly(entry.start + 28, 24) : null;
  if (second)
    Object.assign(said, {
      sample_rate: second.readDoubleBE(4),
      channels: second.readUInt32BE(12),
      bits: second.readUInt32BE(20),
    });
  const inner = { start: entry.start + 28 + ([0, 16, 36][version] ?? 0), end: entry.end };
  return { ...said, ...readConfig(bytes, inner, codec) };
};

/** Reads the codec's own header. */
const readConfig = (bytes: FileBytes, inner: Pick<Box, 'start' | 'end'>, codec: Codec): Partial<SoundEntry> => {
  const find = (type: string) => findBox(bytes, inner, type) ?? findBox(bytes, inner, 'wave', type);
  const elementary = codec === 'aac' ? find('esds') : null;
  if (elementary) return readElementary(bytes.at(elementary.start, Math.min(1024, elementary.end - elementary.start)));
  const cookie = codec === 'alac' ? find('alac') : null;
  const alac = cookie && bytes.exactly(cookie.start + 4, 24);
  if (alac) return { channels: alac[9], sample_rate: alac.readUInt32BE(20), bits: alac[5] };
  const opus = codec === 'opus' ? find('dOps') : null;
  if (opus) return { channels: bytes.at(opus.start, 2)[1] };
  return {};
};

/** An elementary stream's description (ISO 14496-1, section 7.2.6.5). */
const readElementary = (box: Buffer): Partial<SoundEntry> => {
  const stream = readDescriptor(box, 4);
  if (stream?.tag !== 3) return {};
  const flags = box[stream.start + 2] ?? 0;
  const address = flags & 0x40 ? 1 + (box[stream.start + 3 + (flags & 0x80 ? 2 : 0)] ?? 0) : 0;
  const decoder = readDescriptor(box, stream.start + 3 + (flags & 0x80 ? 2 : 0) + address + (flags & 0x20 ? 2 : 0));
  if (decoder?.tag !== 4) return {};
  const type = box[decoder.start] ?? 0;
  if (MP3_TYPES.includes(type)) return { codec: 'mp3' };
  if (!AAC_TYPES.includes(type)) throw otherAudio(`MPEG-4 type 0x${type.toString(16)}`);
  const config = readDescriptor(box, decoder.start + 13);
  const read = config?.tag === 5 ? readAudioConfig(box.subarray(config.start, config.end)) : null;
  return read && read.channels > 0 ? read : {};
};

const readDescriptor = (box: Buffer, position: number) => {
  let [at, length] = [position + 1, 0];
  for (let more = true; more && at < position + 5; at++) {
    const byte = box[at];
    if (byte === undefined) return null;
    length = length * 128 + (byte & 127);
    more = byte > 127;
  }
  return { tag: box[position] as number, start: at, end: at + length };
};

const otherAudio = (name: string) =>
  new NotARecording(
    'unsupported_format',
    `The sound in the file is ${name} audio, which is not taken: convert it to ${TAKEN}`,
  );
