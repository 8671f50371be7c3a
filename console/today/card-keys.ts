import { type RefObject, useEffect } from 'react';
import { isComposing } from '../ui/is-composing.ts';

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Keys of the cards: J and K go on and back; every other one presses what shows it, first in the open card. */
export const useCardKeys = (list: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey, repeat } = event;
      if (event.defaultPrevented || altKey || ctrlKey || metaKey || isComposing(event) || isField(target)) return;
      if (document.querySelector('dialog[open]')) return;
      const pressed = key.toLowerCase();
      const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
      const at = cards.findIndex((card) => card.hasAttribute('data-open'));
      if (pressed === 'j' || pressed === 'k') {
        const within = cards[at]?.contains(document.activeElement) ?? false;
        cards[within ? Math.min(Math.max(at + (pressed === 'j' ? 1 : -1), 0), cards.length - 1) : at]?.focus();
      } else {
        if (!/^[a-z1-9]$/.test(pressed) || repeat) return;
        const wanted = `[data-key="${pressed}"]`;
        const button =
          cards[at]?.querySelector<HTMLElement>(wanted) ??
          list.current?.parentElement?.querySelector<HTMLElement>(`[role="status"] ${wanted}`);
        if (!button) return;
        button.click();
      }
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [list]);
};
