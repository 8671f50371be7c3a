import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createObservable } from '../../api/observable.ts';
import { useObservable } from '../../api/use-observable.ts';
import { edgeText } from './edge-text.ts';

const printing = createObservable(false);

/** True while the page is being printed; what is only for paper is in the page as long. */
export const usePrinting = (): boolean => useObservable(printing, (now) => now);

/** Follows the browser's printing, by its menu or by a button. It takes the page as it is when a listener is done. */
export const followPrinting = (): void => {
  const set = (now: boolean) => flushSync(() => printing.set(now));
  addEventListener('beforeprint', () => set(true));
  addEventListener('afterprint', () => set(false));
  // Whoever only looks at the page as it prints is told by this alone.
  matchMedia('print').addEventListener('change', ({ matches }) => set(matches));
};

/** Stands at the edge of every printed page: the running title at the top, the home at the bottom. */
export const useEdge = (edge: '--page-title' | '--page-home', text: string): void => {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const before = style.getPropertyValue(edge);
    style.setProperty(edge, edgeText(text));
    return () => style.setProperty(edge, before);
  }, [edge, text]);
};

const FONTS = ['400 1em "Literata Variable"', '400 1em "Source Sans 3 Variable"'];

/** Loads the fonts of a text, which come in parts by script: a page that is printed waits for no font. */
export const fetchLetters = async (text: string): Promise<void> => {
  const letters = [...new Set(text)].join('');
  await Promise.all(FONTS.map((font) => document.fonts.load(font, letters))).catch(() => {});
};

/** Opens the browser's own dialog, which holds the page until it is closed; what the page says until then is painted first. */
export const printPage = async (before: () => void = () => {}): Promise<void> => {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  before();
  window.print();
};

/** Prints one part without the page around it: true while it is printed, and the function for its button. */
export const usePrintAlone = (): [its_turn: boolean, print: () => void] => {
  const [its_turn, setTurn] = useState(false);
  const print = () => {
    setTurn(true);
    addEventListener('afterprint', () => setTurn(false), { once: true });
    void printPage();
  };
  return [its_turn, print];
};
