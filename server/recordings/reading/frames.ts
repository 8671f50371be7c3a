import type { FileBytes } from './file-bytes.ts';

/** A piece of sound with a header of its own. */
export type Frame = {
  /** Equal for all frames of a stream. */
  kind: number;
  bytes: number;
  samples: number;
  /** Samples a second. */
  rate: number;
  /** 0 where the header does not say. */
  channels: number;
};

/** Reads headers of frames, all of which begin with 0xff. */
export type FrameReader = {
  /** Tells whether this can be the second byte of a frame: most bytes cannot. */
  canFollow(second: number): boolean;
  /** Null where no frame begins with these bytes. */
  read(head: Buffer): Frame | null;
};

/** Frames of one kind that follow each other where they should: so many bytes are not so by chance. */
const SURE = 4;
/** Bytes without sound after which the rest is not searched. */
const LONGEST_JUNK = 4 * 1024 * 1024;
const HEAD_BYTES = 10;
/** First two letters of a tag. */
const [LETTER_I, LETTER_D] = [0x49, 0x44];

/** The frames from a position on, until `end`: each with its place. What lies between them is passed over. */
export function* framesIn(bytes: FileBytes, start: number, end: number, reader: FrameReader) {
  let position = start;
  let last: Frame | null = null;
  const canBegin = (byte: number, next: number) =>
    (byte === 0xff && reader.canFollow(next)) || (byte === LETTER_I && next === LETTER_D);
  for (let junk_from = start; position < end && position - junk_from <= LONGEST_JUNK; ) {
    const frame = readAt(bytes, position, reader);
    const goes_on = frame !== null && (isAlike(frame, last) || isSure(bytes, position, end, reader));
    if (frame && goes_on) {
      if (position + frame.bytes > end) return;
      yield { position, frame };
      position += frame.bytes;
      junk_from = position;
      last = frame;
      continue;
    }
    last = null;
    const tag = bytes.byte(position + 1) === LETTER_D ? tagBytes(bytes.at(position, HEAD_BYTES)) : 0;
    if (tag > 0 && position + tag < end) {
      position += tag;
      junk_from = position;
    } else {
      const next = bytes.find(position + 1, Math.min(end, junk_from + LONGEST_JUNK + 1), canBegin);
      if (next < 0) return;
      position = next;
    }
  }
}

const readAt = (bytes: FileBytes, position: number, { canFollow, read }: FrameReader): Frame | null =>
  bytes.byte(position) === 0xff && canFollow(bytes.byte(position + 1)) ? read(bytes.at(position, HEAD_BYTES)) : null;

const isAlike = (one: Frame, other: Frame | null) =>
  other !== null && one.kind === other.kind && one.rate === other.rate;

/** Tells whether several frames of one kind follow each other from here on, or as many as fit. */
const isSure = (bytes: FileBytes, start: number, end: number, reader: FrameReader): boolean => {
  let last: Frame | null = null;
  for (let position = start, count = 0; count < SURE; count++) {
    const frame = readAt(bytes, position, reader);
    if (!frame || (last && !isAlike(frame, last))) return false;
    position += frame.bytes;
    last = frame;
    if (position >= end) return count > 0;
  }
  return true;
};

/** The length of the ID3v2 tag that begins with these bytes, or 0. */
export const tagBytes = (head: Buffer): number => {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3' || (head[3] as number) > 4) return 0;
  const sizes = head.subarray(6, 10);
  if (sizes.some((byte) => byte > 127)) return 0;
  const size = sizes.reduce((sum, byte) => sum * 128 + byte, 0);
  const has_footer = ((head[5] as number) & 0x10) !== 0;
  return 10 + size + (has_footer ? 10 : 0);
};
