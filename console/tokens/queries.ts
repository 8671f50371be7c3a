import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

/** Owner of the tokens in the address: the reader, or everyone. */
export const readWhose = ({ all }: Record<string, unknown>): { all?: 'true' } => (all === 'true' ? { all } : {});

export const tokenPages = ({ all }: { all?: 'true' }) =>
  pagesOf(['tokens', all ?? ''], (given) => pharos.tokens.list({ ...given, all: all === 'true' }));
