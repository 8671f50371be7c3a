import { textOf } from '../../transcript/turns.ts';
import type { Reading } from '../state.ts';

/** Everything of a call that is set in type, for the letters in it. */
export const lettersOf = ({ draft, voices }: Pick<Reading, 'draft' | 'voices'>): string =>
  [textOf(draft.words), ...voices.map(({ name }) => name ?? '')].join(' ');
