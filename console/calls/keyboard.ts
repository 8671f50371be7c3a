import { useEffect } from 'react';
import * as act from './actions.ts';
import type { Desk } from './desk.ts';

/** What each key does; Shift is part of the name. */
const KEYS: Record<string, (desk: Desk) => void> = {
  ArrowDown: (desk) => act.moveTurn(desk, 1),
  ArrowUp: (desk) => act.moveTurn(desk, -1),
  ArrowRight: (desk) => act.moveWord(desk, 1, false),
  ArrowLeft: (desk) => act.moveWord(desk, -1, false),
  'Shift+ArrowRight': (desk) => act.moveWord(desk, 1, true),
  'Shift+ArrowLeft': (desk) => act.moveWord(desk, -1, true),
  u: act.goToUnnamed,
  n: act.askForName,
  r: act.askWhoSays,
  e: act.startCorrection,
  d: (desk) => act.goToDoubt(desk, 1),
  'Shift+D': (desk) => act.goToDoubt(desk, -1),
  y: act.confirm,
  a: act.fixAll,
  Escape: (desk) => desk.panel.set(null),
};

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The keys of the page, as long as nobody is writing in a field. `?` and `/` are the page's own to give. */
export const useKeys = (desk: Desk, more: { keys(): void; find(): void }): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isField(event.target)) return;
      // While a dialog is open, the page behind it is out of reach.
      if (document.querySelector('dialog[open]')) return;
      const run = commandOf(event, desk, more);
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [desk, more]);
};

const commandOf = (event: KeyboardEvent, desk: Desk, more: { keys(): void; find(): void }) => {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    if (!desk.may_write) return null;
    if (/^z$/i.test(key)) return shiftKey ? desk.store.redo : desk.store.undo;
    return /^y$/i.test(key) ? desk.store.redo : null;
  }
  if (key === '?') return more.keys;
  if (key === '/') return more.find;
  if (/^[1-9]$/.test(key)) return () => act.answer(desk, Number(key));
  const name = key.length === 1 && !shiftKey ? key.toLowerCase() : key;
  const run = KEYS[shiftKey ? `Shift+${key}` : name];
  return run ? () => run(desk) : null;
};
