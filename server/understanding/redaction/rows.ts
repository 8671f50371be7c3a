import type { DigitGroup } from './digit-groups.ts';
import type { OtherWords } from './other-words.ts';
import type { DigitPiece } from './tokens.ts';

/**
 * Groups of digits that belong to one row: between them stand only fillers and, of other voices, words such as "go ahead"
 * or digits that they read back. With `voices` false a row may change its voice, as where one was taken for two.
 */
export const rowsOf = (groups: readonly DigitGroup[], otherWords: OtherWords, voices: boolean): DigitPiece[][] => {
  const rows = new Map<string | null, DigitPiece[]>();
  const all: DigitPiece[][] = [];
  for (const { pieces, speaker } of groups) {
    const voice = voices ? speaker : null;
    const row = rows.get(voice);
    const last = row?.at(-1);
    if (row && last && otherWords(last.end, pieces[0]?.start ?? 0) === 0) row.push(...pieces);
    else {
      const begun = [...pieces];
      rows.set(voice, begun);
      all.push(begun);
    }
  }
  return all;
};
