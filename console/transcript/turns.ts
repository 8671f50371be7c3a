import type { Word } from '@pharos/contract/transcripts.ts';

/** Words that one speaker says in a row: from index `start` to `end`, which is not included. */
export type Turn = {
  start: number;
  end: number;
  speaker: string | null;
  start_ms: number;
  /** The length of its text. */
  characters: number;
  /** True if the same speaker spoke just before: a long speech is cut into paragraphs. */
  continues: boolean;
};

/** A paragraph ends with a sentence once it has this many characters, and at this many in any case. */
const FULL = 480;
const FLOWING_OVER = 1000;
/** A silence of this many milliseconds ends a paragraph that has begun. */
const SILENCE = 4000;

/** Speaker of a word; a word without a speaker and one with null are the same. */
export const speakerOf = (word: Word): string | null => word.speaker ?? null;

/** A transcript as turns: its words in their order, whatever their times, cut where the speaker changes. */
export const turnsOf = (words: readonly Word[]): Turn[] => {
  const turns: Turn[] = [];
  for (const [index, word] of words.entries()) {
    const speaker = speakerOf(word);
    const last = turns.at(-1);
    const same = last?.speaker === speaker;
    if (last && same && !endsParagraph(words[index - 1] as Word, word, last.characters)) {
      last.end = index + 1;
      last.characters += word.text.length + 1;
    } else {
      turns.push({
        start: index,
        end: index + 1,
        speaker,
        start_ms: word.start_ms,
        characters: word.text.length,
        continues: last !== undefined && same,
      });
    }
  }
  return turns;
};

const endsParagraph = (before: Word, word: Word, characters: number): boolean =>
  characters >= FLOWING_OVER ||
  (characters >= FULL && /[.?!…]["'”’)]*\s*$/.test(before.text)) ||
  (characters >= 80 && word.start_ms - before.end_ms >= SILENCE);

/** The words of a turn as one text. Words that were sent with spaces around them do not get more. */
export const textOf = (words: readonly Word[]): string =>
  words
    .map((word) => word.text.trim())
    .filter((text) => text !== '')
    .join(' ');

/** The turn that holds a word, by its index; -1 without turns. */
export const turnOfWord = (turns: readonly Turn[], word: number): number => {
  let [low, high] = [0, turns.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((turns[middle] as Turn).start <= word) low = middle;
    else high = middle - 1;
  }
  return turns.length === 0 ? -1 : low;
};

/** The word that is being said at a time in milliseconds: of those that have begun, the one that began last. */
export const wordAt = (words: readonly Word[], ms: number): number => {
  let found = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (const [index, { start_ms }] of words.entries()) {
    if (start_ms <= ms && start_ms > latest) [found, latest] = [index, start_ms];
  }
  return found;
};

/** Confidence below which a word is doubtful. 0 means unknown. */
const SURE = 0.7;
export const isDoubtful = ({ confidence, text }: Word): boolean =>
  confidence > 0 && confidence < SURE && text.trim() !== '';

/** The doubtful word after an index, or before it, going round at the ends; -1 where there is none. */
export const nextDoubt = (words: readonly Word[], from: number, step: 1 | -1): number => {
  for (let n = 1; n <= words.length; n++) {
    const index = (from + step * n + words.length * 2) % words.length;
    if (isDoubtful(words[index] as Word)) return index;
  }
  return -1;
};
