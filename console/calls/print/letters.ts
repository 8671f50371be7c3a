import type { Reading } from '../desk.ts';
import { textOf } from '../words/turns.ts';

/** Everything of a call that is set in type, for the letters in it. */
export const lettersOf = ({ draft, voices }: Pick<Reading, 'draft' | 'voices'>): string =>
  [textOf(draft.words), ...voices.map(({ name }) => name ?? '')].join(' ');
