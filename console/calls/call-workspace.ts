import type { Word } from '@pharos/contract/transcripts.ts';
import { createContext, useContext } from 'react';
import { createObservable } from '../api/observable.ts';
import { useObservable } from '../api/use-observable.ts';
import { isDoubtful, turnsOf } from '../transcript/turns.ts';
import { orderOf, voicesOf } from '../transcript/voices.ts';
import { createSpokenWord } from './player/highlight-word.ts';
import { createSound } from './player/sound.ts';
import type { Playhead } from './playhead.ts';
import type { CallStore } from './saving/call-store.ts';
import type { Draft } from './saving/draft.ts';
import type { CallWorkspace, Cursor, Panel, Reading, Split } from './state.ts';
import type { Range } from './words/find.ts';

/** Derives turns and speakers from drafts, each once; speakers keep their colors from one to the next. */
const createReader = (): ((draft: Draft) => Reading) => {
  let order: (string | null)[] = [];
  let last: Reading | null = null;
  return (draft) => {
    if (last?.draft === draft) return last;
    const words = draft.words === last?.draft.words ? last : null;
    order = orderOf(draft.words, order);
    const voices = voicesOf(draft.words, draft.speaker_labels, order);
    last = {
      draft,
      turns: words?.turns ?? turnsOf(draft.words),
      voices,
      voice_of: new Map(voices.map((voice) => [voice.id, voice])),
      unnamed: voices.filter(({ name }) => name === null).sort((a, b) => a.first_word - b.first_word),
      doubtful: words?.doubtful ?? draft.words.filter(isDoubtful).length,
    };
    return last;
  };
};

export const createWorkspace = (store: CallStore, playhead: Playhead, may_write: boolean): CallWorkspace => {
  const read = createReader();
  const words = () => store.get().draft.words;
  return {
    store,
    playhead,
    sound: createSound(playhead, words),
    spoken: createSpokenWord(playhead, words),
    may_write,
    cursor: createObservable<Cursor | null>(null),
    heard: createObservable<Cursor | null>(null),
    panel: createObservable<Panel | null>(null),
    split: createObservable<Split | null>(null),
    written: createObservable<string | null>(null),
    found: createObservable({ ranges: [] as Range[], at: 0 }),
    cited: createObservable<Range | null>(null),
    names: createObservable<string[]>([]),
    reading: () => read(store.get().draft),
    show: () => {},
  };
};

/**
 * Closes what is open, and keeps the cursor on its word, when words change under it: their places are others' then. Words
 * of somebody else's do not come in while something is asked or written among those that are there.
 */
export const followWords = ({ store, panel, split, cursor, cited }: CallWorkspace): (() => void) => {
  let { words } = store.get().draft;
  const isBusy = () => panel.get() !== null || split.get() !== null;
  const follow = () => {
    const now = store.get().draft.words;
    if (now === words) return;
    const before = words;
    words = now;
    panel.set(null);
    split.set(null);
    cited.set(null);
    const at = cursor.get();
    if (!at) return;
    const moved = words.indexOf(before[at.word] as Word);
    const word = Math.min(moved < 0 ? at.word : moved, words.length - 1);
    if (word !== at.word || at.anchor !== null) cursor.set(word < 0 ? null : { ...at, word, anchor: null });
  };
  const release = () => {
    if (!isBusy()) store.release();
  };
  const ends = [store.subscribe(follow), store.holdWhile(isBusy), panel.subscribe(release), split.subscribe(release)];
  return () => {
    for (const end of ends) end();
  };
};

const WorkspaceContext = createContext<CallWorkspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

export const useWorkspace = (): CallWorkspace => {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('there is no call outside of WorkspaceProvider');
  return workspace;
};

export const useReading = (): Reading => {
  const workspace = useWorkspace();
  return useObservable(workspace.store, () => workspace.reading());
};
