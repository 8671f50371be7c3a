import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

/** Pages of the reader's own sessions. */
export const sessionPages = () => pagesOf(['sessions'], (given) => pharos.sessions.list(given));
