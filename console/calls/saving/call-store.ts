import type { Reply } from '@pharos/client';
import { PharosError } from '@pharos/client/error.ts';
import type { Call, CallUpdate } from '@pharos/contract/calls.ts';
import { createObservable, type Observable } from '../../api/observable.ts';
import { changeOf, type Draft, draftOf, isSame } from './draft.ts';

/** The two requests that a store makes. `put` names the version that it changes. */
export type CallApi = {
  put(body: CallUpdate, if_match: string | undefined): Promise<Reply<Call>>;
  get(): Promise<Reply<Call>>;
};

export type CallState = {
  /** The call as the server has it. */
  call: Call;
  draft: Draft;
  /** What the server has of the draft. */
  saved: Draft;
  past: Draft[];
  future: Draft[];
  saving: boolean;
  /** Why the last change is not saved; it is tried again with the next one, after a while, or when asked. */
  trouble: Error | null;
  /** Somebody else's version that came in between. Nothing is saved until one of the two ways is chosen. */
  theirs: Reply<Call> | null;
};

export type CallStore = Pick<Observable<CallState>, 'get' | 'subscribe'> & {
  edit(change: (draft: Draft) => Draft): void;
  undo(): void;
  redo(): void;
  /** Saves what is not saved, or only says that everybody has a name. */
  save(): Promise<void>;
  /** Tries again what could not be saved, which is told as such until it is. */
  again(): Promise<void>;
  /** The server has given the call a newer version by itself, such as by a recording or a transcription: it is shown. */
  refresh(): Promise<void>;
  /** After a conflict: `theirs` leaves the call as it is now, a merge puts the changes on top of it. */
  resolve(way: 'theirs' | Merge): void;
};

/** Of what both began with, yours and theirs: both people's work in one. */
export type Merge = (before: Draft, yours: Draft, theirs: Draft) => Draft;

/** As many steps can be undone; each holds the places of all words. */
const STEPS = 100;

/** A call that is being worked on. Changes are kept in order, saved one PUT after another, and can be undone. */
export const createCallStore = (first: Reply<Call>, api: CallApi): CallStore => {
  const draft = draftOf(first.data);
  let etag = first.etag;
  // Sent without an answer: they may have arrived, and then are what the call is now.
  let unheard: Draft[] = [];
  const state = createObservable<CallState>({
    call: first.data,
    draft,
    saved: draft,
    past: [],
    future: [],
    saving: false,
    trouble: null,
    theirs: null,
  });
  const set = (change: Partial<CallState>) => state.set({ ...state.get(), ...change });

  const save = async (trouble: Error | null = null) => {
    if (state.get().saving || state.get().theirs) return;
    set({ saving: true, trouble });
    try {
      while (await saveOnce());
      set({ saving: false, trouble: null });
    } catch (error) {
      set({ saving: false, trouble: error as Error });
    }
  };

  /** Whether there may be more to save. */
  const saveOnce = async (): Promise<boolean> => {
    const { draft, saved, call } = state.get();
    const body = changeOf(saved, draft, call.is_fully_labelled);
    if (Object.keys(body).length === 0) return false;
    try {
      take(await api.put(body, etag ?? undefined), draft);
      return true;
    } catch (error) {
      const status_code = error instanceof PharosError ? error.status_code : 500;
      if (status_code === 412) return meet(await api.get());
      if (status_code >= 500) unheard.push(draft);
      throw error;
    }
  };

  /** A version that came in between is no conflict where the draft in it is known: the rest of a call is not ours. */
  const meet = (reply: Reply<Call>): boolean => {
    const { saved, draft } = state.get();
    const now = draftOf(reply.data);
    const known = [saved, draft, ...unheard].find((one) => isSame(one, now));
    if (known) take(reply, known);
    else set({ theirs: reply });
    return known !== undefined;
  };

  const take = (reply: Reply<Call>, saved: Draft) => {
    etag = reply.etag;
    unheard = [];
    set({ call: reply.data, saved });
  };

  const move = (draft: Draft, past: Draft[], future: Draft[]) => {
    set({ draft, past, future });
    void save();
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    save: () => save(),
    again: async () => {
      const { trouble } = state.get();
      if (trouble) await save(trouble);
    },
    edit: (change) => {
      const { draft, past } = state.get();
      const changed = change(draft);
      if (changed !== draft) move(changed, [...past, draft].slice(-STEPS), []);
    },
    refresh: async () => {
      const known = etag;
      const reply = await api.get();
      const { draft, saved, saving, theirs } = state.get();
      const fresh = draftOf(reply.data);
      const same = isSame(saved, fresh);
      // With a change that is not saved, the next save meets the newer version.
      if (saving || theirs || etag !== known || (!same && draft !== saved)) return;
      take(reply, saved);
      if (!same) set({ draft: fresh, saved: fresh, past: [], future: [] });
    },
    undo: () => {
      const { draft, past, future } = state.get();
      const before = past.at(-1);
      if (before) move(before, past.slice(0, -1), [draft, ...future]);
    },
    redo: () => {
      const { draft, past, future } = state.get();
      const [after, ...rest] = future;
      if (after) move(after, [...past, draft], rest);
    },
    resolve: (way) => {
      const { theirs, draft: yours, saved: before } = state.get();
      if (!theirs) return;
      etag = theirs.etag;
      unheard = [];
      const saved = draftOf(theirs.data);
      const draft = way === 'theirs' ? saved : way(before, yours, saved);
      // What came before belongs to another version: going back to it would take their work away.
      set({ call: theirs.data, saved, draft, past: draft === saved ? [] : [saved], future: [], theirs: null });
      void save();
    },
  };
};
