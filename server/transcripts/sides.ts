import { ROLE_WORDS, type Side } from '@pharos/contract/sides.ts';
import { foldText } from './search/fold.ts';

/** A label's text: itself, or the name that an object says of itself. */
export const textOfLabel = (label: unknown): string | null => {
  if (typeof label === 'string') return label.trim() === '' ? null : label;
  if (typeof label !== 'object' || label === null || Array.isArray(label)) return null;
  const { name, label: inner, display_name } = label as Record<string, unknown>;
  for (const text of [name, inner, display_name]) if (typeof text === 'string' && text.trim()) return text;
  return null;
};

/** Side of a label: ours, theirs, or null where there is none. */
export type SideOf = (label: unknown) => Side | null;

/**
 * Tells whose voice a label is: ours where it names one of our people or has a role word as words of its own, theirs where
 * it says anything else, nobody's yet (null) without a label.
 */
export const sidesBy = (names: readonly string[], role_words: readonly string[] | null = null): SideOf => {
  const ours = [...names, ...(role_words ?? ROLE_WORDS)].map(wordsOf).filter((words) => words.length > 2);
  const first_names = new Set(names.map((name) => `${wordsOf(name).split(' ').slice(0, 2).join(' ')} `));
  return (label) => {
    const text = textOfLabel(label);
    if (text === null) return null;
    const words = wordsOf(text);
    return first_names.has(words) || ours.some((own) => words.includes(own)) ? 'ours' : 'theirs';
  };
};

/** One voice of a call: its label, as text, and its side. */
export type LabelledVoice = { label: string | null; side: Side | null };

/** Voices of a call that have a label, or that somebody has put on a side, by speaker id: what was said outranks labels. */
export const voicesOf = (
  call: { speaker_labels: Record<string, unknown>; speaker_sides: Record<string, Side> },
  sideOf: SideOf,
): Map<string, LabelledVoice> => {
  const sides = new Map(Object.entries(call.speaker_sides));
  const labels = new Map(Object.entries(call.speaker_labels));
  return new Map(
    [...new Set([...labels.keys(), ...sides.keys()])].map((speaker) => {
      const label = labels.get(speaker);
      return [speaker, { label: textOfLabel(label), side: sides.get(speaker) ?? sideOf(label) }];
    }),
  );
};

/** Folded words between blanks, with one before and one after: so that whole words are compared. */
const wordsOf = (text: string) =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
