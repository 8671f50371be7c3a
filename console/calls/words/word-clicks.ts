import { type RefObject, useEffect } from 'react';
import { useDesk } from '../desk.ts';

const wordOf = (node: Node | null): number | null => {
  const element = node instanceof Element ? node : node?.parentElement;
  const word = element?.closest<HTMLElement>('[data-word]')?.dataset.word;
  return word === undefined ? null : Number(word);
};

/** A click on a word goes there, and lets it be heard; words that are selected by dragging are the selection. One listener for all words. */
export const useWordClicks = (feed: RefObject<HTMLElement | null>, has_words: boolean): void => {
  const desk = useDesk();
  useEffect(() => {
    const element = feed.current;
    if (!has_words || !element) return;
    const release = (event: MouseEvent) => {
      if ((event.target as Element).closest('button, a, input, textarea, select, [role="listbox"]')) return;
      const selected = getSelection();
      const [from, to] = [wordOf(selected?.anchorNode ?? null), wordOf(selected?.focusNode ?? null)];
      if (selected && !selected.isCollapsed && from !== null && to !== null) {
        desk.cursor.set({ word: to, anchor: from, on_word: true });
        return;
      }
      const word = wordOf(event.target as Element);
      const said = word === null ? undefined : desk.reading().draft.words[word];
      if (word === null || !said) return;
      desk.cursor.set({ word, anchor: null, on_word: true });
      desk.sound.hear(said.start_ms);
    };
    element.addEventListener('mouseup', release);
    return () => element.removeEventListener('mouseup', release);
  }, [desk, feed, has_words]);
};
