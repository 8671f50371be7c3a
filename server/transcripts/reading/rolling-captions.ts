import type { PlainCue } from './read-cues.ts';

const linesIn = ({ text }: PlainCue): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Number of a cue's first lines that stood at the end of the one before. */
const repeatedIn = (lines: readonly string[], before: readonly string[]): number => {
  for (let count = Math.min(lines.length, before.length); count > 0; count--) {
    const end = before.slice(before.length - count);
    if (end.every((line, i) => line === lines[i])) return count;
  }
  return 0;
};

/**
 * Cues without the lines that roll: live captions and those of YouTube show each line again above the next. Where most
 * cues begin with what the one before ended with, and new lines follow it, these were said once.
 */
export const withoutRolling = (cues: readonly PlainCue[]): readonly PlainCue[] => {
  const lines = cues.map(linesIn);
  const repeated = lines.map((own, i) => repeatedIn(own, lines[i - 1] ?? []));
  const rolling = repeated.filter((count) => count > 0).length;
  const growing = repeated.filter((count, i) => count > 0 && count < (lines[i]?.length ?? 0)).length;
  if (rolling * 2 < cues.length || growing * 3 < rolling || growing === 0) return cues;
  return cues.map((cue, i) => ({ ...cue, text: (lines[i] ?? []).slice(repeated[i]).join('\n') }));
};
