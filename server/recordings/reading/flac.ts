import type { FileBytes } from './file-bytes.ts';
import { type FlacFrame, type FlacStream, isWhole, readFlacFrame } from './flac-frame.ts';
import { NotARecording } from './not-a-recording.ts';
import { orTooSlow } from './pace.ts';
import type { Sound } from './sound.ts';

const MOST_BLOCKS = 1000;
const SEARCHED_BYTES = 64 * 1024;
const MOST_SEARCHED = 16;
const LONGEST_HEADER = 16;

/** A FLAC file from its mark on: RFC 9639. Its length is where its last frame ends, as files are cut or were piped. */
export const readFlac = (bytes: FileBytes, start: number): Sound => {
  let stream: FlacStream | null = null;
  let position = start + 4;
  for (let blocks = 0, is_last = false; !is_last; blocks++) {
    const head = bytes.exactly(position, 4);
    if (!head || blocks === MOST_BLOCKS) throw damaged();
    is_last = (head[0] as number) > 127;
    if (((head[0] as number) & 127) === 0) stream = readStreamInfo(bytes.exactly(position + 4, 34));
    position += 4 + (head.readUInt32BE(0) & 0xffffff);
  }
  if (!stream || !readFlacFrame(bytes.at(position, LONGEST_HEADER), stream)) throw damaged();
  const { rate: sample_rate, channels } = stream;
  const found = stream;
  const samples = orTooSlow(() => findEnd(bytes, position, found));
  return { file_format: 'flac', codec: 'flac', channels, sample_rate, seconds: samples && samples / sample_rate };
};

export const readStreamInfo = (info: Buffer | null): FlacStream => {
  if (!info) throw damaged();
  const packed = info.readBigUInt64BE(10);
  const rate = Number(packed >> 44n);
  if (rate === 0) throw damaged();
  return {
    rate,
    channels: Number((packed >> 41n) & 7n) + 1,
    block: info.readUInt16BE(0),
    total: Number(packed & 0xfffffffffn),
  };
};

/** Samples up to the end of the last whole frame. */
const findEnd = (bytes: FileBytes, first: number, stream: FlacStream): number | null => {
  let end = bytes.size;
  for (let searched = 0; searched < MOST_SEARCHED && end > first; searched++) {
    const from = Math.max(first, end - SEARCHED_BYTES + LONGEST_HEADER);
    const last = findLast(bytes, from, end, stream);
    if (last) {
      const until = last.start + last.samples;
      return until === stream.total || isWhole(bytes, last.position) ? until : last.start;
    }
    end = from;
  }
  return stream.total || null;
};

const findLast = (bytes: FileBytes, from: number, end: number, stream: FlacStream) => {
  const piece = Buffer.from(bytes.at(from, end - from + LONGEST_HEADER));
  for (let at = piece.lastIndexOf(0xff); at >= 0; at = at === 0 ? -1 : piece.lastIndexOf(0xff, at - 1)) {
    const frame: FlacFrame | null = readFlacFrame(piece.subarray(at, at + LONGEST_HEADER), stream);
    if (frame) return { ...frame, position: from + at };
  }
  return null;
};

const damaged = () =>
  new NotARecording('damaged', 'This FLAC file is damaged or was cut off before its sound: send it again');
