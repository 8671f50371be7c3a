import { type DigitGroup, isBetween } from './digit-groups.ts';
import type { DigitPiece, Token } from './tokens.ts';

/**
 * Groups of digits that belong to one row: between them stand only fillers and, of other voices, words such as "go ahead"
 * or digits that they read back. With `voices` false a row may change its voice, as where one was taken for two.
 */
export const rowsOf = (groups: readonly DigitGroup[], tokens: readonly Token[], voices: boolean): DigitPiece[][] => {
  const isDigit = new Set(
    groups.flatMap(({ pieces }) =>
      pieces.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    ),
  );
  const rows = new Map<string | null, DigitPiece[]>();
  const all: DigitPiece[][] = [];
  for (const { pieces, speaker } of groups) {
    const voice = voices ? speaker : null;
    const row = rows.get(voice);
    const [from, to] = [row?.at(-1)?.end ?? 0, (pieces[0] as DigitPiece).start];
    const goesOn = row && tokens.slice(from, to).every((token, at) => isBetween(token) || isDigit.has(from + at));
    if (goesOn) row.push(...pieces);
    else {
      const begun = [...pieces];
      rows.set(voice, begun);
      all.push(begun);
    }
  }
  return all;
};
