import type { FileBytes } from './file-bytes.ts';
import { type Box, boxesIn, findBox } from './mp4-boxes.ts';

type Fragment = { ticks: number; ends: number };
const TRACK_HAS = { offset: 0x1, description: 0x2, duration: 0x8 };
const RUN_HAS = { offset: 0x1, flags: 0x4, duration: 0x100, size: 0x200, sample_flags: 0x400, time: 0x800 };

/**
 * Length of a track's fragments that are in the file, in the track's own units; a fragment that is cut off counts by
 * its share.
 */
export const fragmentTicks = (bytes: FileBytes, movie: Box, track_id: number): number => {
  const usual = defaultDuration(bytes, movie, track_id);
  let sum = 0;
  let last: Fragment | null = null;
  for (const box of boxesIn(bytes, { start: 0, end: bytes.size })) {
    if (box.type === 'moof') {
      last = { ticks: ticksIn(bytes, box, track_id, usual), ends: box.end };
      sum += last.ticks;
    } else if (box.type === 'mdat' && last) {
      const said = declaredEnd(bytes, box);
      if (said > bytes.size) sum -= last.ticks * (1 - (bytes.size - box.start) / (said - box.start));
      last = null;
    }
  }
  return last === null ? sum : sum - last.ticks;
};

const declaredEnd = (bytes: FileBytes, { start, end }: Box): number => {
  const size = bytes.at(start - 8, 4).readUInt32BE(0);
  return size > 8 && bytes.at(start - 4, 4).toString('latin1') === 'mdat' ? start - 8 + size : end;
};

const defaultDuration = (bytes: FileBytes, movie: Box, track_id: number): number => {
  const extended = findBox(bytes, movie, 'mvex');
  for (const box of extended ? boxesIn(bytes, extended) : []) {
    const entry = box.type === 'trex' ? bytes.exactly(box.start, 16) : null;
    if (entry?.readUInt32BE(4) === track_id) return entry.readUInt32BE(12);
  }
  return 0;
};

const ticksIn = (bytes: FileBytes, fragment: Box, track_id: number, usual: number): number => {
  let sum = 0;
  for (const track of boxesIn(bytes, fragment)) {
    const header = track.type === 'traf' ? findBox(bytes, track, 'tfhd') : null;
    const head = header && bytes.exactly(header.start, 8);
    if (!head || head.readUInt32BE(4) !== track_id) continue;
    const flags = head.readUInt32BE(0) & 0xffffff;
    const at = header.start + 8 + (flags & TRACK_HAS.offset && 8) + (flags & TRACK_HAS.description && 4);
    const each = flags & TRACK_HAS.duration ? (bytes.exactly(at, 4)?.readUInt32BE(0) ?? usual) : usual;
    for (const run of boxesIn(bytes, track)) if (run.type === 'trun') sum += ticksOfRun(bytes, run, each);
  }
  return sum;
};

const ticksOfRun = (bytes: FileBytes, { start, end }: Box, each: number): number => {
  const head = bytes.exactly(start, 8);
  if (!head) return 0;
  const flags = head.readUInt32BE(0) & 0xffffff;
  const count = head.readUInt32BE(4);
  if (!(flags & RUN_HAS.duration)) return count * each;
  const fields = [RUN_HAS.duration, RUN_HAS.size, RUN_HAS.sample_flags, RUN_HAS.time];
  const entry_bytes = fields.filter((field) => flags & field).length * 4;
  let position = start + 8 + (flags & RUN_HAS.offset && 4) + (flags & RUN_HAS.flags && 4);
  let sum = 0;
  for (let index = 0; index < count && position + entry_bytes <= end; index++, position += entry_bytes) {
    sum += bytes.exactly(position, 4)?.readUInt32BE(0) ?? 0;
  }
  return sum;
};
