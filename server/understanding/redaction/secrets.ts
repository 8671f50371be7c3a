import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import type { DigitPiece } from './tokens.ts';

/** A secret that was said, by the pieces of its digits; `digits` are all of them. */
export type Secret = { kind: RedactionKind; pieces: DigitPiece[] };

export const digitsOf = (pieces: readonly DigitPiece[]): string => pieces.map(({ digits }) => digits).join('');
