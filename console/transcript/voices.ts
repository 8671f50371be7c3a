import type { Word } from '@pharos/contract/transcripts.ts';
import { speakerOf, type Turn, turnOfWord } from './turns.ts';

/** Speaker of a call, by the provider's id; null where it gave none. */
export type Voice = {
  id: string | null;
  /** Null until the speaker is named. */
  name: string | null;
  /** Letter of an unnamed speaker: A, B … Z, then 27, 28 … */
  letter: string;
  /** Its place in the order of first words; its colour and shape follow from it. */
  place: number;
  first_word: number;
  /** Share of all speech, from 0 to 1. */
  share: number;
};

export const COLOURS = 8;
export const SHAPES = 6;

/** Nobody says one word for longer than this, in milliseconds; providers let a word last through a whole recess. */
const LONGEST_WORD = 2500;

/** A label as a name: its text, or what an object says of itself. Empty ones name nobody. */
export const nameOf = (label: unknown): string | null => {
  if (label === null || label === undefined || label === '') return null;
  if (typeof label === 'string') return label.trim() === '' ? null : label;
  if (typeof label === 'object' && !Array.isArray(label)) {
    const { name, label: inner, display_name } = label as Record<string, unknown>;
    for (const text of [name, inner, display_name]) if (typeof text === 'string' && text.trim()) return text;
  }
  return JSON.stringify(label);
};

/** Label of a speaker; undefined without one, whatever the id is called. */
export const labelOf = (labels: Record<string, unknown>, id: string): unknown =>
  Object.hasOwn(labels, id) ? labels[id] : undefined;

const letterOf = (place: number) => (place < 26 ? String.fromCharCode(65 + place) : String(place + 1));

/** The ids of a transcript's speakers, in the order of their first words; those of `known` keep their places. */
export const orderOf = (words: readonly Word[], known: readonly (string | null)[] = []): (string | null)[] => {
  const order = new Set(known);
  for (const word of words) order.add(speakerOf(word));
  return [...order];
};

/** Speakers of a call. `order` has at least the ids of these words. */
export const voicesOf = (
  words: readonly Word[],
  labels: Record<string, unknown>,
  order: readonly (string | null)[] = orderOf(words),
): Voice[] => {
  const heard = new Map<string | null, { first_word: number; ms: number }>();
  let total = 0;
  for (const [index, word] of words.entries()) {
    const ms = Math.min(Math.max(word.end_ms - word.start_ms, 0), LONGEST_WORD);
    const voice = heard.get(speakerOf(word));
    if (voice) voice.ms += ms;
    else heard.set(speakerOf(word), { first_word: index, ms });
    total += ms;
  }
  return order.flatMap((id, place) => {
    const voice = heard.get(id);
    if (!voice) return [];
    const name = id === null ? null : nameOf(labelOf(labels, id));
    const share = total === 0 ? 0 : voice.ms / total;
    return [{ id, name, letter: letterOf(place), place, first_word: voice.first_word, share }];
  });
};

/** Number of speakers offered, one for each digit. */
const DIGITS = 9;

/** Speakers to choose among for some words: all or, of many, those who speak nearest to them. */
export const voicesNear = (voices: readonly Voice[], turns: readonly Turn[], word: number): Voice[] => {
  if (voices.length <= DIGITS) return [...voices];
  const at = turnOfWord(turns, word);
  const near = new Set<string | null>();
  for (let away = 0; near.size < DIGITS && away < turns.length; away++) {
    for (const turn of [turns[at - away], turns[at + away]]) if (turn && turn.speaker !== null) near.add(turn.speaker);
  }
  return voices.filter(({ id }) => near.has(id)).slice(0, DIGITS);
};

/** Maximum names offered, each with a digit; the others come up as one types. */
export const OFFERED = 6;

/**
 * Names to offer for a voice: people of the case's other calls who are not in this one, the most frequent first; then
 * those who are already in this call, since one person is often heard as two voices; then the roles; then the people of
 * the home, but for those who stand there already, as “Nora Ellery, director” does for Nora Ellery.
 */
export const suggestionsOf = (
  here: readonly string[],
  elsewhere: readonly string[],
  roles: readonly string[],
  staff: readonly string[] = [],
) => {
  const counts = new Map<string, number>();
  for (const name of elsewhere) counts.set(name, (counts.get(name) ?? 0) + 1);
  const others = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const known = [...others.filter((name) => !here.includes(name)), ...here, ...roles];
  const isKnown = (name: string) => known.some((one) => one === name || one.startsWith(`${name},`));
  return [...new Set([...known, ...staff.filter((name) => !isKnown(name))])];
};
