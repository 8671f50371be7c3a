import type { Word } from '@pharos/contract/transcripts.ts';

/** Consecutive words of one speaker. Times in milliseconds; word indexes from 0, `end_word` exclusive. */
export type Turn = {
  speaker: string | null;
  start_word: number;
  end_word: number;
  start_ms: number;
  end_ms: number;
  words: readonly Word[];
};

/** Limits at which a turn ends though its speaker goes on: after a silence, or at a sentence's end once it is long. Milliseconds. */
export type TurnLimits = { silence_ms?: number; long_ms?: number };

const SENTENCE_END = /[.?!…。！？؟۔।]["'”’»)\]]*$/;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.trimEnd());

const turnFrom = (word: Word, start_word: number) => ({
  speaker: word.speaker || null,
  start_word,
  end_word: start_word + 1,
  start_ms: word.start_ms,
  end_ms: Math.max(word.start_ms, word.end_ms),
  words: [word],
});

/** Groups words into turns, in the order of the words. A turn's times enclose those of all its words. */
export const turnsOf = (words: readonly Word[], { silence_ms = 10_000, long_ms }: TurnLimits = {}): Turn[] => {
  const turns: ReturnType<typeof turnFrom>[] = [];
  for (const [index, word] of words.entries()) {
    const turn = turns.at(-1);
    const before = turn?.words.at(-1);
    const length = turn ? turn.end_ms - turn.start_ms : 0;
    // Where nobody wrote full stops, a turn may be twice as long.
    const isLong =
      long_ms !== undefined && length >= long_ms && (length >= 2 * long_ms || endsSentence(before?.text ?? ''));
    if (!turn || isLong || (word.speaker || null) !== turn.speaker || word.start_ms - turn.end_ms > silence_ms) {
      turns.push(turnFrom(word, index));
      continue;
    }
    turn.words.push(word);
    turn.end_word = index + 1;
    turn.start_ms = Math.min(turn.start_ms, word.start_ms);
    turn.end_ms = Math.max(turn.end_ms, word.start_ms, word.end_ms);
  }
  return turns;
};
