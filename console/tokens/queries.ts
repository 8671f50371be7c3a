import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

/** Whose tokens the address asks for: the reader's, or everybody's. */
export const readWhose = ({ all }: Record<string, unknown>): { all?: 'true' } => (all === 'true' ? { all } : {});

export const tokenPages = ({ all }: { all?: 'true' }) =>
  pagesOf(['tokens', all ?? ''], (given) => pharos.tokens.list({ ...given, all: all === 'true' }));
