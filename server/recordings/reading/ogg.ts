import type { FileBytes } from './file-bytes.ts';
import { NotARecording } from './not-a-recording.ts';
import { isOggVideo, type OggStream, readOggStream } from './ogg-streams.ts';
import { opusSamples } from './opus.ts';
import { orTooSlow } from './pace.ts';
import type { Sound } from './sound.ts';

type Page = {
  position: number;
  bytes: number;
  is_first: boolean;
  granule: bigint;
  serial: number;
  sizes: number[];
  body: number;
};
const NO_PACKET_ENDS = 0xffffffffffffffffn;
const HEAD_BYTES = 27;
const LONGEST_JUNK = 4 * 1024 * 1024;
const [LETTER_O, LETTER_G] = [0x4f, 0x67];

/** A stream of a chain: where it began, and where its last whole page ends, in its own clock. */
type Link = { serial: number; stream: OggStream; from: number | null; to: number };

/** An Ogg file (RFC 3533): the length of every stream that is chained in it, as its pages say. */
export const readOgg = (bytes: FileBytes, begins = 0): Sound => {
  const links: Link[] = [];
  let video = false;
  const complete = orTooSlow(() => {
    for (const page of pagesOf(bytes, begins)) {
      const packet = bytes.at(page.body, page.sizes[0] ?? 0);
      if (page.is_first && isOggVideo(packet)) video = true;
      const stream = page.is_first ? readOggStream(packet) : null;
      // Of streams side by side the first is heard.
      const last = links.at(-1);
      if (stream && (!last || last.to > 0)) links.push({ serial: page.serial, stream, from: null, to: 0 });
      else if (last && page.serial === last.serial) advance(bytes, page, last);
    }
    return true;
  });
  const [first] = links;
  if (video) throw new NotARecording('has_video', 'The file holds video: send its sound alone');
  if (!first)
    throw new NotARecording(
      'unsupported_format',
      'This Ogg file holds no Opus, Vorbis, Speex or FLAC: send one that does',
    );
  const { codec, channels, sample_rate } = first.stream;
  const seconds = complete === null ? null : links.reduce((sum, link) => sum + secondsOf(link), 0);
  return { file_format: 'ogg', codec, channels, sample_rate, seconds };
};

const secondsOf = ({ stream, from, to }: Link): number => Math.max(0, to - (from ?? 0) - stream.skipped) / stream.clock;

/** A stream that was cut out of a longer one does not begin at 0. */
const advance = (bytes: FileBytes, page: Page, link: Link): void => {
  if (page.granule === NO_PACKET_ENDS || page.granule === 0n) return;
  link.to = Number(page.granule);
  link.from ??= Math.max(0, link.to - samplesIn(bytes, page, link.stream));
};

/** Positions that the packets of a page last, at most. */
const samplesIn = (bytes: FileBytes, { sizes, body }: Page, { longest }: OggStream): number => {
  if (longest !== null) return longest * sizes.length;
  let at = body;
  return sizes.reduce((sum, size) => {
    const samples = opusSamples(bytes.at(at, Math.min(size, 2)));
    at += size;
    return sum + samples;
  }, 0);
};

function* pagesOf(bytes: FileBytes, begins: number): Generator<Page> {
  for (let position = begins, junk_from = begins; position - junk_from <= LONGEST_JUNK; ) {
    const page = readPage(bytes, position);
    if (page) {
      if (position + page.bytes > bytes.size) return;
      yield page;
      position += page.bytes;
      junk_from = position;
    } else {
      position = bytes.find(position + 1, bytes.size, (byte, next) => byte === LETTER_O && next === LETTER_G);
      if (position < 0) return;
    }
  }
}

const readPage = (bytes: FileBytes, position: number): Page | null => {
  const head = bytes.exactly(position, HEAD_BYTES);
  if (head?.toString('latin1', 0, 4) !== 'OggS') return null;
  const is_first = ((head[5] as number) & 2) !== 0;
  const granule = head.readBigUInt64LE(6);
  const serial = head.readUInt32LE(14);
  const segments = head[26] as number;
  const lacing = bytes.at(position + HEAD_BYTES, segments);
  const sizes = packetSizes(lacing);
  const body = position + HEAD_BYTES + segments;
  const length = lacing.reduce((sum, size) => sum + size, 0);
  return { position, is_first, granule, serial, sizes, body, bytes: HEAD_BYTES + segments + length };
};

/** The packets of a page; the last may go on in the next. */
const packetSizes = (lacing: Buffer): number[] => {
  const sizes: number[] = [];
  let size = 0;
  for (const part of lacing) {
    size += part;
    if (part === 255) continue;
    sizes.push(size);
    size = 0;
  }
  return size > 0 ? [...sizes, size] : sizes;
};
