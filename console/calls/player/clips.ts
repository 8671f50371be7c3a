import type { Word } from '@pharos/contract/transcripts.ts';
import type { Turn } from '../../transcript/turns.ts';
import { endOf, type Span } from './speech.ts';

const CLIPS = 3;
/** Maximum length of a clip, and the total after which a speaker is no clearer, in milliseconds. */
const LONGEST = 6000;
const ENOUGH = 4000;
/** A little of what is around a clip, so that no word is cut into. */
const BEFORE = 120;
const AFTER = 250;

type Piece = { from_ms: number; to_ms: number; sure: number; words: number };

/** Clips that represent a speaker best: the three surest and longest pieces, in order of time. */
export const clipsOf = (words: readonly Word[], turns: readonly Turn[], speaker: string | null): Span[] =>
  turns
    .filter((turn) => turn.speaker === speaker)
    .flatMap((turn) => piecesOf(words.slice(turn.start, turn.end)))
    .sort((a, b) => clarity(b) - clarity(a))
    .slice(0, CLIPS)
    .sort((a, b) => a.from_ms - b.from_ms)
    .map(({ from_ms, to_ms }) => ({ from_ms: Math.max(0, from_ms - BEFORE), to_ms: to_ms + AFTER }));

const clarity = ({ from_ms, to_ms, sure, words }: Piece) => (sure / words) * Math.min(to_ms - from_ms, ENOUGH);

/** A turn in pieces that are short enough. */
const piecesOf = (words: readonly Word[]): Piece[] => {
  const pieces: Piece[] = [];
  for (const word of words) {
    if (word.text.trim() === '') continue;
    const last = pieces.at(-1);
    // 0 means that nobody said how sure they are.
    const sure = word.confidence || 0.5;
    if (last && word.start_ms >= last.from_ms && endOf(word) - last.from_ms <= LONGEST) {
      last.to_ms = Math.max(last.to_ms, endOf(word));
      last.sure += sure;
      last.words += 1;
    } else pieces.push({ from_ms: word.start_ms, to_ms: endOf(word), sure, words: 1 });
  }
  return pieces;
};
