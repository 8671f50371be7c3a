import { useEffect } from 'react';

/** Page that was open, by its address and the name that it had. Kept in memory alone: names are nobody else's to read. */
export type Place = { href: string; title: string };

const MOST = 5;
let visited: readonly Place[] = [];

/** Remembers the page that is open. */
export const useVisited = (href: string, title: string): void => {
  useEffect(() => {
    visited = [{ href, title }, ...visited.filter((place) => place.href !== href)].slice(0, MOST + 1);
  }, [href, title]);
};

/** Pages that were open last, the latest first, but for this one. */
export const visitedBut = (href: string): readonly Place[] =>
  visited.filter((place) => place.href !== href).slice(0, MOST);
