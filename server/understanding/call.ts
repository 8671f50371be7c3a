import type { Transcript, Word } from '@pharos/contract/transcripts.ts';
import { type Turn, turnsOf } from '../transcripts/turns.ts';

export type Side = 'ours' | 'theirs' | null;

/** A voice of a call: its label's text and whose side it is on, each null where nobody has said. */
export type Voice = { label: string | null; side: Side };

/** A turn with its place in the call, its voice, and its words joined by single spaces. */
export type SpokenTurn = Turn & Voice & { index: number; text: string };

/**
 * A call as the rules read it. `called_on` is the call's local time as ISO 8601 with an offset, from which "tonight" and
 * "next Thursday" are counted; `home` is the organization's name. Both are null where they are not known.
 */
export type SpokenCall = {
  words: readonly Word[];
  turns: readonly SpokenTurn[];
  called_on: string | null;
  home: string | null;
};

/** Words of a call, by index into its transcript's words; `end_word` is exclusive. */
export type WordRange = { start_word: number; end_word: number };

/** Tells if two ranges share a word. */
export const overlaps = (one: WordRange, other: WordRange): boolean =>
  one.start_word < other.end_word && other.start_word < one.end_word;

/** A value found in a call, with the words that bear it out. Without evidence there is no finding. */
export type Finding = { name: string; value: unknown; evidence: readonly WordRange[] };

/** Facts about a call that its transcript does not hold. */
export type CallFacts = {
  voices?: Readonly<Record<string, Voice>>;
  called_on?: string | null;
  home?: string | null;
};

const UNKNOWN: Voice = { label: null, side: null };

/** Reads a transcript's words as turns with voices. Turns end where the speaker changes, or after ten seconds of silence. */
export const readCall = (words: readonly Word[], facts: CallFacts = {}): SpokenCall => ({
  words,
  turns: turnsOf(words).map((turn, index) => ({
    ...turn,
    ...((turn.speaker === null ? undefined : facts.voices?.[turn.speaker]) ?? UNKNOWN),
    index,
    text: turn.words.map((word) => word.text.trim()).join(' '),
  })),
  called_on: facts.called_on ?? null,
  home: facts.home ?? null,
});

/** Reads a transcript as it is kept: JSON in UTF-8. */
export const readStoredCall = (utf8: Uint8Array, facts?: CallFacts): SpokenCall => {
  const { words } = JSON.parse(Buffer.from(utf8).toString()) as Transcript;
  return readCall(words, facts);
};

/** Turn that holds a word; undefined where there is none. */
export const turnAt = ({ turns }: SpokenCall, word: number): SpokenTurn | undefined =>
  turns.find(({ start_word, end_word }) => start_word <= word && word < end_word);
