import { useEffect } from 'react';
import { useEdge } from './print/printing.ts';

/** Names the window for what it shows, and each page of it on paper. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Pharos`;
  }, [title]);
  useEdge('--page-title', title);
};
