import type { Word } from '@pharos/contract/transcripts.ts';
import { diffIndices } from 'node-diff3';
import { keyOf } from './draft.ts';

/** A stretch of words in three versions, and who has changed it. */
export type Region = {
  before: readonly Word[];
  yours: readonly Word[];
  theirs: readonly Word[];
  changed: 'yours' | 'theirs' | 'both' | null;
};

type Hunk = { side: 'yours' | 'theirs'; start: number; end: number; grows: number };

/** Three versions of a transcript cut into stretches, in order: unchanged ones, and changed ones. */
export const regionsOf = (before: readonly Word[], yours: readonly Word[], theirs: readonly Word[]): Region[] => {
  const hunks = [...hunksOf('yours', before, yours), ...hunksOf('theirs', before, theirs)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const regions: Region[] = [];
  const moved = { yours: 0, theirs: 0 };
  let at = 0;
  const add = (end: number, changed: Region['changed'], grows = { yours: 0, theirs: 0 }) => {
    const cut = (words: readonly Word[], side: 'yours' | 'theirs') =>
      words.slice(at + moved[side], end + moved[side] + grows[side]);
    regions.push({ before: before.slice(at, end), yours: cut(yours, 'yours'), theirs: cut(theirs, 'theirs'), changed });
    moved.yours += grows.yours;
    moved.theirs += grows.theirs;
    at = end;
  };
  for (let next = 0; next < hunks.length; ) {
    const group = [hunks[next++] as Hunk];
    let end = group[0]?.end as number;
    for (let hunk = hunks[next]; hunk && meets(group, end, hunk); hunk = hunks[++next]) {
      end = Math.max(end, hunk.end);
      group.push(hunk);
    }
    add(group[0]?.start as number, null);
    const grows = { yours: 0, theirs: 0 };
    for (const hunk of group) grows[hunk.side] += hunk.grows;
    const sides = new Set(group.map(({ side }) => side));
    const same = sides.size === 2 && sameWords(yours, theirs, at + moved.yours, at + moved.theirs, end - at, grows);
    add(end, sides.size === 1 ? (group[0] as Hunk).side : same ? 'theirs' : 'both', grows);
  }
  add(before.length, null);
  return regions.filter((region) => region.changed !== null || region.before.length > 0);
};

/** True if a change touches words of earlier changes, or adds words at the very place where they do. */
const meets = (group: Hunk[], end: number, next: Hunk): boolean =>
  next.start < end ||
  (next.start === next.end && group.some(({ start, end }) => start === end && start === next.start));

const sameWords = (
  yours: readonly Word[],
  theirs: readonly Word[],
  yoursAt: number,
  theirsAt: number,
  length: number,
  grows: { yours: number; theirs: number },
): boolean => {
  if (grows.yours !== grows.theirs) return false;
  const keys = (words: readonly Word[], from: number) => words.slice(from, from + length + grows.yours).map(keyOf);
  return keys(yours, yoursAt).join() === keys(theirs, theirsAt).join();
};

/** The comparison takes the square of what it compares, so only the middle in which the two differ is given to it. */
const hunksOf = (side: Hunk['side'], before: readonly Word[], after: readonly Word[]): Hunk[] => {
  const [old, fresh] = [before.map(keyOf), after.map(keyOf)];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const middle = (keys: string[]) => keys.slice(head, keys.length - tail);
  return diffIndices(middle(old), middle(fresh)).flatMap(({ buffer1, buffer2 }) => {
    const [from, gone] = buffer1 as [number, number];
    const [to, come] = buffer2 as [number, number];
    const [start, end] = [head + from, head + from + gone];
    const there = (word: Word, n: number) => word.start_ms === after[head + to + n]?.start_ms;
    // Words that are all still there, each at its time, are changes of one word each: a neighbour may be another's.
    if (gone !== come || !before.slice(start, end).every(there)) return [{ side, start, end, grows: come - gone }];
    return Array.from({ length: gone }, (_, n) => ({ side, start: start + n, end: start + n + 1, grows: 0 }));
  });
};
