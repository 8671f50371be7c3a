import type { Call, CallUpdate } from '@pharos/contract/calls.ts';
import type { Side } from '@pharos/contract/sides.ts';
import type { Source, Word } from '@pharos/contract/transcripts.ts';
import { speakerOf } from '../../transcript/turns.ts';
import { labelOf, voicesOf } from '../../transcript/voices.ts';
import { correctWords } from '../words/correct.ts';

/** Editable part of a call. A word that has not changed stays the same object. */
export type Draft = {
  source: Source | null;
  words: readonly Word[];
  speaker_labels: Record<string, unknown>;
  speaker_sides: Record<string, Side>;
};

export const draftOf = ({ transcript, speaker_labels, speaker_sides }: Call): Draft => ({
  source: transcript?.source ?? null,
  words: transcript?.words ?? [],
  speaker_labels,
  speaker_sides,
});

/** Key of a word; equal words have equal keys. */
export const keyOf = ({ text, start_ms, end_ms, confidence, speaker }: Word) =>
  JSON.stringify([text, start_ms, end_ms, confidence, speaker ?? null]);

/** True if two drafts are equal, whichever objects they are. */
export const isSame = (one: Draft, other: Draft): boolean => {
  const labels = ({ speaker_labels, speaker_sides }: Draft) =>
    JSON.stringify([Object.entries(speaker_labels).sort(), Object.entries(speaker_sides).sort()]);
  const words = ({ words }: Draft) => words.map(keyOf).join();
  return one.source === other.source && labels(one) === labels(other) && words(one) === words(other);
};

/** True if every speaker has a name; false for a draft without speakers. */
export const isFullyLabelled = ({ words, speaker_labels }: Draft): boolean =>
  words.length > 0 && voicesOf(words, speaker_labels).every(({ name }) => name !== null);

/** The PUT that turns one draft into another; what has not changed is left out, and so stays as it is. */
export const changeOf = (from: Draft, to: Draft, fully_labelled: boolean): CallUpdate => {
  const words = to.words !== from.words && to.source !== null;
  const is_fully_labelled = isFullyLabelled(to);
  // Whoever called it fully labelled with a voice unnamed may have had a reason: only un-naming somebody ends that.
  const settled = fully_labelled ? isFullyLabelled(from) && !is_fully_labelled : is_fully_labelled;
  return {
    ...(words && { transcript: { source: to.source as Source, words: [...to.words] } }),
    ...(to.speaker_labels !== from.speaker_labels && { speaker_labels: to.speaker_labels }),
    ...(to.speaker_sides !== from.speaker_sides && { speaker_sides: to.speaker_sides }),
    ...(settled && { is_fully_labelled }),
  };
};

/** Words may be said by it, but the API keeps no label under it. */
const UNKEPT = '__proto__';

/** Names a speaker. One without an id that can have a label gets one first. */
export const nameVoice = (draft: Draft, id: string | null, name: string): Draft => {
  if (id !== null && id !== UNKEPT) return { ...draft, speaker_labels: { ...draft.speaker_labels, [id]: name } };
  const fresh = freshId(draft);
  const words = draft.words.map((word) => (speakerOf(word) === id ? { ...word, speaker: fresh } : word));
  return { ...draft, words, speaker_labels: { ...draft.speaker_labels, [fresh]: name } };
};

/** Side that a speaker was put on; null without one. */
export const sideIn = ({ speaker_sides }: Pick<Draft, 'speaker_sides'>, id: string): Side | null =>
  Object.hasOwn(speaker_sides, id) ? (speaker_sides[id] as Side) : null;

/** Puts a speaker on a side, or takes that back. */
export const putOnSide = (draft: Draft, id: string, side: Side | null): Draft => {
  if (id === UNKEPT || sideIn(draft, id) === side) return draft;
  const { [id]: _before, ...others } = draft.speaker_sides;
  return { ...draft, speaker_sides: side === null ? others : { ...others, [id]: side } };
};

/** Gives the words from `start` to `end` (not included) to another speaker. */
export const reassign = (draft: Draft, start: number, end: number, id: string): Draft => {
  const words = draft.words.map((word, index) =>
    index >= start && index < end && speakerOf(word) !== id ? { ...word, speaker: id } : word,
  );
  return words.every((word, index) => word === draft.words[index]) ? draft : { ...draft, words };
};

/**
 * Takes turns away from their voice for a second person: for the voice of that `id` where it is there already, else for
 * one of their own. An empty name leaves them without one.
 */
export const splitVoice = (
  draft: Draft,
  turns: readonly { start: number; end: number }[],
  second: { id: string | null; name: string },
): Draft => {
  const id = second.id ?? freshId(draft);
  const words = [...draft.words];
  for (const { start, end } of turns) {
    for (let at = start; at < end; at++) words[at] = { ...(words[at] as Word), speaker: id };
  }
  const named = second.id === null && second.name !== '';
  const speaker_labels = named ? { ...draft.speaker_labels, [id]: second.name } : draft.speaker_labels;
  return { ...draft, words, speaker_labels };
};

/** Merges two speakers: `into` gets all that `from` says, and keeps its name, or takes that of `from`. */
export const mergeVoices = (draft: Draft, from: string | null, into: string): Draft => {
  if (into === UNKEPT && from !== null) return mergeVoices(draft, into, from);
  const words = draft.words.map((word) => (speakerOf(word) === from ? { ...word, speaker: into } : word));
  if (from === null) return { ...draft, words };
  const gone = labelOf(draft.speaker_labels, from);
  const { [from]: _, ...speaker_labels } = draft.speaker_labels;
  const side = sideIn(draft, from);
  const { speaker_sides } = putOnSide(draft, from, null);
  if (gone !== undefined && labelOf(speaker_labels, into) === undefined) speaker_labels[into] = gone;
  const merged = { ...draft, words, speaker_labels, speaker_sides };
  return side && sideIn(merged, into) === null ? putOnSide(merged, into, side) : merged;
};

/** An id that no word and no label has: the smallest number. */
export const freshId = ({ words, speaker_labels, speaker_sides }: Draft): string => {
  const taken = new Set([...words.map(speakerOf), ...Object.keys(speaker_labels), ...Object.keys(speaker_sides)]);
  let id = 0;
  while (taken.has(String(id))) id++;
  return String(id);
};

/** Rewrites the words from `start` to `end` (not included). */
export const correct = (draft: Draft, start: number, end: number, text: string): Draft => {
  const before = draft.words.slice(start, end);
  const after = correctWords(before, text, { before: draft.words[start - 1], after: draft.words[end] });
  if (after === before) return draft;
  return { ...draft, words: [...draft.words.slice(0, start), ...after, ...draft.words.slice(end)] };
};

/** Marks a word as checked by ear. */
export const confirmWord = (draft: Draft, index: number): Draft => ({
  ...draft,
  words: draft.words.map((word, at) => (at === index ? { ...word, confidence: 1 } : word)),
});
