import { pagesOf } from '../shell/pages.tsx';
import { pharos } from '../shell/pharos.ts';

/** The reader's tokens, or with `all` everybody's. */
export const tokenPages = (all: boolean) => pagesOf(['tokens', all], (given) => pharos.tokens.list({ ...given, all }));
