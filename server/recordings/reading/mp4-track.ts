import type { FileBytes } from './file-bytes.ts';
import { type Box, boxesIn, findBox, Mp4Table } from './mp4-boxes.ts';
import { readSoundEntry, type SoundEntry } from './mp4-entry.ts';

export type Track = {
  id: number;
  entry: SoundEntry | null;
  /** Units a second, in which its samples are timed. */
  clock: number;
  /** Seconds of its samples that are in the file. */
  seconds: number;
  /** Seconds that are to be played, as it was edited; null where it was not. */
  edited: number | null;
  is_whole: boolean;
  /** Position of its first sample in the file. */
  first_sample: number | null;
};

/** `soun`, `vide` or another kind of a track. */
export const kindOfTrack = (bytes: FileBytes, track: Box): string => {
  const handler = findBox(bytes, track, 'mdia', 'hdlr');
  return handler ? bytes.at(handler.start + 8, 4).toString('latin1') : '';
};

/** Reads a track of sound; `movie_clock` is in units a second, too. */
export const readTrack = (bytes: FileBytes, track: Box, movie_clock: number): Track => {
  const header = findBox(bytes, track, 'tkhd');
  const media = findBox(bytes, track, 'mdia', 'mdhd');
  const samples = findBox(bytes, track, 'mdia', 'minf', 'stbl');
  const clock = media ? readClock(bytes, media) : 0;
  const described = samples && findBox(bytes, samples, 'stsd');
  const entry = described && readSoundEntry(bytes, described);
  const id = header ? bytes.at(header.start + (isLong(bytes, header) ? 20 : 12), 4).readUInt32BE(0) : 0;
  const there = samples && entry ? samplesThere(bytes, samples, entry) : { count: 0, all: 0, first: null };
  const seconds = samples && clock > 0 ? ticksOf(bytes, samples, there.count) / clock : 0;
  const edited = readEdits(bytes, track, movie_clock);
  return { id, entry, clock, seconds, edited, is_whole: there.count === there.all, first_sample: there.first };
};

const isLong = (bytes: FileBytes, box: Box): boolean => bytes.at(box.start, 1)[0] === 1;

/** Units a second of `mvhd` or `mdhd`, which begin alike. */
export const readClock = (bytes: FileBytes, header: Box): number =>
  bytes.exactly(header.start + (isLong(bytes, header) ? 20 : 12), 4)?.readUInt32BE(0) ?? 0;

const readEdits = (bytes: FileBytes, track: Box, movie_clock: number): number | null => {
  const list = findBox(bytes, track, 'edts', 'elst');
  if (!list || movie_clock === 0) return null;
  const is_long = isLong(bytes, list);
  const edits = new Mp4Table(bytes, list, 4, is_long ? 20 : 12);
  let ticks = 0;
  for (let index = 0; index < edits.count; index++) {
    const edit = edits.at(index);
    if (!edit) break;
    const [length, from] = is_long
      ? [Number(edit.readBigUInt64BE(0)), Number(edit.readBigInt64BE(8))]
      : [edit.readUInt32BE(0), edit.readInt32BE(4)];
    if (from >= 0) ticks += length;
  }
  return ticks > 0 ? ticks / movie_clock : null;
};

/** Counts the samples of a track that lie in the file, and all of them, and finds the first one. */
const samplesThere = (bytes: FileBytes, samples: Box, { codec, channels, bits }: SoundEntry) => {
  const find = (type: string) => findBox(bytes, samples, type);
  const [sizes_box, runs_box, long, short] = [find('stsz'), find('stsc'), find('co64'), find('stco')];
  const offsets_box = long ?? short;
  if (!sizes_box || !runs_box || !offsets_box) return { count: 0, all: 0, first: null };
  const one_size = bytes.exactly(sizes_box.start + 4, 4)?.readUInt32BE(0) ?? 0;
  const said = bytes.exactly(sizes_box.start + 8, 4)?.readUInt32BE(0) ?? 0;
  // QuickTime says 1 for samples of sound that are not packed, whatever they take.
  const plain_bytes = codec === 'pcm' ? (channels * bits) / 8 : one_size;
  const sizes = new Mp4Table(bytes, sizes_box, 8, 4);
  const all = one_size > 0 ? said : sizes.count;
  const runs = new Mp4Table(bytes, runs_box, 4, 12);
  const offsets = new Mp4Table(bytes, offsets_box, 4, long ? 8 : 4);
  const offsetAt = (index: number) => {
    const entry = offsets.at(index);
    return entry === null ? null : long ? Number(entry.readBigUInt64BE(0)) : entry.readUInt32BE(0);
  };
  let [count, gone, run, in_chunk] = [0, 0, 0, 0];
  for (let chunk = 0; chunk < offsets.count && gone < all; chunk++) {
    const next = runs.at(run);
    if (next && next.readUInt32BE(0) <= chunk + 1) {
      in_chunk = next.readUInt32BE(4);
      run += 1;
    }
    let at = offsetAt(chunk) as number;
    const until = Math.min(all, gone + in_chunk);
    if (one_size > 0) {
      const room = Math.floor(Math.max(0, bytes.size - at) / Math.max(1, plain_bytes));
      count += Math.min(until - gone, room);
    } else {
      for (let sample = gone; sample < until; sample++) {
        at += sizes.at(sample)?.readUInt32BE(0) ?? Number.POSITIVE_INFINITY;
        if (at <= bytes.size) count += 1;
      }
    }
    gone = until;
  }
  return { count, all, first: offsetAt(0) };
};

/** Length of so many samples, in the track's own units. */
const ticksOf = (bytes: FileBytes, samples: Box, count: number): number => {
  const times = findBox(bytes, samples, 'stts');
  if (!times) return 0;
  const table = new Mp4Table(bytes, times, 4, 8);
  let [left, ticks] = [count, 0];
  for (let index = 0; index < table.count && left > 0; index++) {
    const entry = table.at(index);
    if (!entry) break;
    const samples = Math.min(left, entry.readUInt32BE(0));
    ticks += samples * entry.readUInt32BE(4);
    left -= samples;
  }
  return ticks;
};

/** The tracks of a movie. */
export const tracksIn = (bytes: FileBytes, movie: Box): Box[] =>
  [...boxesIn(bytes, movie)].filter(({ type }) => type === 'trak').slice(0, 100);
