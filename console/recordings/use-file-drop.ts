import { useEffect, useRef, useState } from 'react';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Parts of the page that take files now. */
const takers = new Set<object>();

/** Files may be dropped anywhere in the window; the answer is whether some are being held over it. */
export const useFileDrop = (take: (files: File[]) => void): boolean => {
  useEffect(() => {
    const taker = {};
    takers.add(taker);
    return () => void takers.delete(taker);
  }, []);
  return useDrop(take);
};

/** Files that are dropped where no part of the page takes any. A browser would leave the page for them. */
export const useUntakenDrop = (hold: () => void): void => {
  useDrop(() => takers.size === 0 && hold());
};

const useDrop = (take: (files: File[]) => void): boolean => {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current(files);
    };
    addEventListener('dragover', hold);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return over;
};
