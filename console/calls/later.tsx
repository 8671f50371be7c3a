import { lazy, type ReactNode, Suspense } from 'react';
import { useSettled } from '../shell/use-settled.ts';

// What nobody needs before the words are there: it comes after them, and is at hand when it is asked for.
export const Conflict = lazy(async () => ({ default: (await import('./saving/conflict-panel.tsx')).Conflict }));
export const NoWords = lazy(async () => ({ default: (await import('./words/no-words.tsx')).NoWords }));

/** Shows such a part once the page is settled. */
export const Later = ({ children }: { children: ReactNode }) =>
  useSettled() ? <Suspense fallback={null}>{children}</Suspense> : null;
