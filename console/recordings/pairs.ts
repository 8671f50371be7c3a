import { isSound } from './kinds.ts';

/** Files that are one call: a recording, its transcript, or both. */
export type Pair<F> = { sound: F; words: F | null } | { sound: null; words: F };

/** A transcript that is not taken, as another of the same call is. */
export type LeftOut<F> = { file: F; kept: F };

/** True for a provider's own result, which has more to it than subtitles. */
const isResult = ({ name }: { name: string }) => /\.json$/i.test(name);
const isSubtitles = ({ name }: { name: string }) => /\.(srt|vtt|sbv|txt)$/i.test(name);
const rank = (file: { name: string }) => (isResult(file) ? 0 : isSubtitles(file) ? 2 : 1);

const stemOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.[^.]*$/, '');

/**
 * Files as calls, in the order in which they were given. A transcript belongs to the recording that is called as it is
 * but for the ending: `first.mp3` has `first.vtt`, and also `first.mp3.json`.
 */
export const pairsOf = <F extends { name: string; type: string }>(
  files: readonly F[],
): { pairs: Pair<F>[]; left_out: LeftOut<F>[] } => {
  const sounds = files.filter(isSound);
  const words = new Map<F | string, F[]>();
  for (const file of files) {
    if (isSound(file)) continue;
    const stem = stemOf(file.name);
    const whole = sounds.find(({ name }) => name.normalize('NFC').toLowerCase() === stem);
    const of = whole ?? sounds.find(({ name }) => stemOf(name) === stem) ?? stem;
    words.set(of, [...(words.get(of) ?? []), file]);
  }
  const left_out: LeftOut<F>[] = [];
  const best = (of: F | string): F | null => {
    const [kept, ...others] = [...(words.get(of) ?? [])].sort((a, b) => rank(a) - rank(b));
    if (kept) left_out.push(...others.map((file) => ({ file, kept })));
    return kept ?? null;
  };
  const seen = new Set<string>();
  const pairs = files.flatMap((file): Pair<F>[] => {
    if (isSound(file)) return [{ sound: file, words: best(file) }];
    const stem = stemOf(file.name);
    if (!words.get(stem)?.includes(file) || seen.has(stem)) return [];
    seen.add(stem);
    return [{ sound: null, words: best(stem) as F }];
  });
  return { pairs, left_out };
};
