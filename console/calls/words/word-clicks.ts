import { type RefObject, useEffect } from 'react';
import { useWorkspace } from '../call-workspace.ts';
import { goTo } from '../cursor.ts';

const wordOf = (node: Node | null): number | null => {
  const element = node instanceof Element ? node : node?.parentElement;
  const word = element?.closest<HTMLElement>('[data-word]')?.dataset.word;
  return word === undefined ? null : Number(word);
};

/**
 * A click on a word goes there, and lets it be heard; a finger only goes there. Words that are selected by dragging are the selection, and so are
 * those up to a click with Shift. One listener for all words.
 */
export const useWordClicks = (feed: RefObject<HTMLElement | null>, has_words: boolean): void => {
  const workspace = useWorkspace();
  useEffect(() => {
    const element = feed.current;
    if (!has_words || !element) return;
    const extended = ({ shiftKey }: MouseEvent) =>
      shiftKey && workspace.panel.get() === null ? workspace.cursor.get() : null;
    // The word that was pressed is the one that is meant, wherever it is when the button is let go.
    let pressed: number | null = null;
    let touched = false;
    const point = ({ pointerType }: PointerEvent) => {
      touched = pointerType === 'touch';
    };
    const press = (event: MouseEvent) => {
      pressed = wordOf(event.target as Element);
      // A focus that went along would take the cursor with it, from where the selection begins.
      if (pressed !== null && extended(event)) event.preventDefault();
    };
    const release = (event: MouseEvent) => {
      if ((event.target as Element).closest('button, a, input, textarea, select, [role="listbox"]')) return;
      const selected = getSelection();
      const cursor = extended(event);
      if (cursor && pressed !== null) {
        selected?.removeAllRanges();
        goTo(workspace, pressed, { on_word: true, anchor: cursor.anchor ?? cursor.word });
        return;
      }
      const [from, to] = [wordOf(selected?.anchorNode ?? null), wordOf(selected?.focusNode ?? null)];
      if (selected && !selected.isCollapsed && from !== null && to !== null) {
        workspace.cursor.set({ word: to, anchor: from, on_word: true });
        return;
      }
      const said = pressed === null ? undefined : workspace.reading().draft.words[pressed];
      if (pressed === null || !said) return;
      workspace.cursor.set({ word: pressed, anchor: null, on_word: true });
      // Under a finger a family's call is not heard aloud before somebody presses Play.
      if (touched && !workspace.sound.get().playing) workspace.sound.seek(said.start_ms);
      else workspace.sound.hear(said.start_ms);
    };
    element.addEventListener('pointerdown', point);
    element.addEventListener('mousedown', press);
    element.addEventListener('mouseup', release);
    return () => {
      element.removeEventListener('pointerdown', point);
      element.removeEventListener('mousedown', press);
      element.removeEventListener('mouseup', release);
    };
  }, [workspace, feed, has_words]);
};
