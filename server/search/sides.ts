import { foldText } from '../transcripts/search/fold.ts';

/** Words in a label that tell one of the home's own people, where the organization says nothing else. */
export const ROLE_WORDS = [
  'director',
  'mortician',
  'undertaker',
  'embalmer',
  'arranger',
  'receptionist',
  'answering service',
  'announcement',
  'ours',
];

/** A label's text: itself, or the name that an object says of itself. */
export const textOfLabel = (label: unknown): string | null => {
  if (typeof label === 'string') return label.trim() === '' ? null : label;
  if (typeof label !== 'object' || label === null || Array.isArray(label)) return null;
  const { name, label: inner, display_name } = label as Record<string, unknown>;
  for (const text of [name, inner, display_name]) if (typeof text === 'string' && text.trim()) return text;
  return null;
};

/** Side of a label: ours, theirs, or null where there is none. */
export type SideOf = (label: unknown) => 'ours' | 'theirs' | null;

/**
 * Tells whose voice a label is: ours where it names one of our people or has a role word as words of its own, theirs where
 * it says anything else, nobody's yet (null) without a label.
 */
export const sidesBy = (names: readonly string[], role_words: readonly string[] = ROLE_WORDS): SideOf => {
  const ours = [...names, ...role_words].map(wordsOf).filter((words) => words.length > 2);
  const first_names = new Set(names.map((name) => `${wordsOf(name).split(' ').slice(0, 2).join(' ')} `));
  return (label) => {
    const text = textOfLabel(label);
    if (text === null) return null;
    const words = wordsOf(text);
    return first_names.has(words) || ours.some((own) => words.includes(own)) ? 'ours' : 'theirs';
  };
};

/** Folded words between blanks, with one before and one after: so that whole words are compared. */
const wordsOf = (text: string) =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
