import { useEffect } from 'react';
import { isComposing } from '../ui/is-composing.ts';
import { answer, askForName, askWhoSays, confirm, fixAll, startCorrection } from './actions.ts';
import { close, goToDoubt, goToUnnamed, moveTurn, moveWord } from './cursor.ts';
import { SKIP, SOUND_KEYS } from './player/keys.ts';
import { playWhileWriting } from './player/play-from-cursor.ts';
import type { CallWorkspace } from './state.ts';
import { answerSplit, askSecondName, giveRest, hearTurn, leaveSplit, moveInVoice } from './voices/split.ts';

/** Actions by key; Shift is part of a key's name. */
const KEYS: Record<string, (workspace: CallWorkspace) => void> = {
  ArrowDown: (workspace) => moveTurn(workspace, 1),
  ArrowUp: (workspace) => moveTurn(workspace, -1),
  ArrowRight: (workspace) => moveWord(workspace, 1, false),
  ArrowLeft: (workspace) => moveWord(workspace, -1, false),
  'Shift+ArrowRight': (workspace) => moveWord(workspace, 1, true),
  'Shift+ArrowLeft': (workspace) => moveWord(workspace, -1, true),
  u: goToUnnamed,
  n: askForName,
  r: askWhoSays,
  e: startCorrection,
  d: (workspace) => goToDoubt(workspace, 1),
  'Shift+D': (workspace) => goToDoubt(workspace, -1),
  y: confirm,
  a: fixAll,
  Escape: close,
};

/** Actions by key while a speaker is split; all other keys are off. */
const SPLIT_KEYS: Record<string, (workspace: CallWorkspace) => void> = {
  ArrowDown: (workspace) => moveInVoice(workspace, 1),
  ArrowUp: (workspace) => moveInVoice(workspace, -1),
  h: (workspace) => hearTurn(workspace),
  a: (workspace) => giveRest(workspace),
  n: askSecondName,
  Escape: leaveSplit,
};

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=range]), textarea, select'));

/** The space bar and Enter press what is in focus, where that can be pressed. */
const isPressed = ({ key, target }: KeyboardEvent) =>
  (key === ' ' || key === 'Enter') &&
  target instanceof HTMLElement &&
  target.closest('button, a, summary, label') !== null;

/** Keys that repeat while held down. All others act once, so that a key held too long names no second speaker. */
const GOES_ON = /^(Arrow|[jld]$)/i;

/** Keys of the page, except while typing in a field. `?` and `F` belong to the page; `/` opens the palette. */
export const useKeys = (workspace: CallWorkspace, more: { keys(): void; find(): void }): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      const listen = listenWhileWriting(event, workspace);
      if (listen) {
        event.preventDefault();
        return listen();
      }
      if (event.defaultPrevented || event.altKey || isField(event.target) || isPressed(event)) return;
      // While a dialog is open, the page behind it is out of reach.
      if (document.querySelector('dialog[open]')) return;
      const run = commandOf(event, workspace, more);
      if (!run) return;
      event.preventDefault();
      if (!event.repeat || GOES_ON.test(event.key)) run();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [workspace, more]);
};

/** Command of a key that also works while typing: play, pause, or back a little. */
const listenWhileWriting = ({ key, ctrlKey, altKey, shiftKey }: KeyboardEvent, workspace: CallWorkspace) => {
  if (key !== ' ' || !(ctrlKey || altKey) || !workspace.sound.get().there) return null;
  return shiftKey ? () => workspace.sound.skip(-SKIP) : () => playWhileWriting(workspace);
};

const commandOf = (event: KeyboardEvent, workspace: CallWorkspace, more: { keys(): void; find(): void }) => {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    if (!workspace.may_write || workspace.written.get() !== null) return null;
    if (/^z$/i.test(key)) return shiftKey ? workspace.store.redo : workspace.store.undo;
    return /^y$/i.test(key) ? workspace.store.redo : null;
  }
  if (key === '?') return more.keys;
  if (/^f$/i.test(key)) return more.find;
  const splits = workspace.split.get() !== null;
  if (/^[1-9]$/.test(key)) return () => (splits ? answerSplit : answer)(workspace, Number(key));
  const name = key.length === 1 && !shiftKey ? key.toLowerCase() : key;
  const pressed = shiftKey ? `Shift+${key}` : name;
  const sounding = workspace.sound.get().there ? SOUND_KEYS[pressed] : undefined;
  const run = splits ? (SPLIT_KEYS[pressed] ?? sounding) : (sounding ?? KEYS[pressed]);
  return run ? () => run(workspace) : null;
};
