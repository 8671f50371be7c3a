import { useEffect } from 'react';

/** Names the window for what it shows. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Pharos`;
  }, [title]);
};
