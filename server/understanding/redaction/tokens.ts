import { termsOf } from '../../transcripts/search/tokens.ts';
import type { SpokenCall } from '../call.ts';

/** A term of a call, with the word that holds it, its turn's index and its voice. */
export type Token = { term: string; word: number; turn: number; speaker: string | null; text: string };

/** All terms of a call in its order; "123-45-6789" is three of one word. */
export const tokensOfCall = ({ turns }: SpokenCall): Token[] =>
  turns.flatMap(({ words, start_word, speaker, index }) =>
    words.flatMap(({ text }, at) =>
      termsOf(text).map((term) => ({ term, word: start_word + at, turn: index, speaker, text })),
    ),
  );

/** Digits that are said or written in one: the tokens from `start` to `end`, exclusive. */
export type DigitPiece = { digits: string; start: number; end: number };
