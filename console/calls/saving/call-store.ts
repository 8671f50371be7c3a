import { PharosError } from '@pharos/client/error.ts';
import type { Reply } from '@pharos/client/methods.ts';
import type { Call } from '@pharos/contract/calls.ts';
import { SameVersionRefused } from '../../api/failures.ts';
import { createObservable, type Observable } from '../../api/observable.ts';
import type { CallApi, CallState } from './call-state.ts';
import { changeOf, type Draft, draftOf, isSame } from './draft.ts';

export type CallStore = Pick<Observable<CallState>, 'get' | 'subscribe'> & {
  edit(change: (draft: Draft) => Draft): void;
  undo(): void;
  redo(): void;
  /** Saves what is not saved, or only says that everybody has a name. */
  save(): Promise<void>;
  /** Tries again to save; the state says that it is unsaved until then. */
  again(): Promise<void>;
  /** The server has given the call a newer version by itself, such as by a recording or a transcription: it is shown. */
  refresh(): Promise<void>;
  /** Resolves a conflict: `theirs` leaves the call as it is now, a merge puts the changes on top of it. */
  resolve(way: 'theirs' | Merge): void;
  /** Keeps changes of others out of the page while this returns true; the returned function ends it. */
  holdWhile(isBusy: () => boolean): () => void;
  /** Releases changes from the server that were held back. */
  release(): void;
};

/** Both people's work in one, of what both began with. */
export type Merge = (before: Draft, yours: Draft, theirs: Draft) => Draft;

/** Maximum steps of undo; each holds the places of all words. */
const STEPS = 100;
/** A version that was just read is refused as an older one no more than this many times. */
const REFUSALS = 2;

/** A call that is being worked on. Changes are kept in order, saved one PUT after another, and can be undone. */
export const createCallStore = (first: Reply<Call>, api: CallApi): CallStore => {
  const draft = draftOf(first.data);
  let etag = first.etag;
  // Sent without an answer: they may have arrived, and then are what the call is now.
  let unheard: Draft[] = [];
  let refused = 0;
  let isBusy = () => false;
  let wants_refresh = false;
  const state = createObservable<CallState>({
    call: first.data,
    draft,
    saved: draft,
    past: [],
    future: [],
    saving: false,
    trouble: null,
    is_held: false,
    theirs: null,
    merged: null,
  });
  const set = (change: Partial<CallState>) => state.set({ ...state.get(), ...change });

  const save = async (trouble: Error | null = null) => {
    if (state.get().saving || state.get().theirs) return;
    set({ saving: true, trouble, is_held: false });
    try {
      while (await saveOnce());
      set({ saving: false, trouble: null });
    } catch (error) {
      set({ saving: false, trouble: error as Error });
    }
  };

  /** Saves what there is now; false where nothing is left that can be saved. */
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

  /**
   * A version that came in between. Where the draft in it is known it is no conflict: the rest of a call is not ours. Where
   * it meets nothing that was changed here, both are kept.
   */
  const meet = async (reply: Reply<Call>): Promise<boolean> => {
    if (reply.etag !== etag) refused = 0;
    else if (++refused > REFUSALS) throw new SameVersionRefused();
    const now = draftOf(reply.data);
    const { saved, draft } = state.get();
    const known = [saved, draft, ...unheard].find((one) => isSame(one, now));
    if (known) {
      take(reply, known);
      return true;
    }
    const [{ conflictsOf, differencesOf, mergeDrafts }, by] = await Promise.all([
      import('./conflict.ts'),
      api.authors(etag).catch(() => []),
    ]);
    const { saved: before, draft: yours } = state.get();
    if (conflictsOf(before, yours, now).length > 0) {
      set({ theirs: { reply, by } });
      return false;
    }
    const merged = mergeDrafts(before, yours, now);
    if (merged.words !== yours.words && isBusy()) {
      set({ is_held: true });
      return false;
    }
    const differences = differencesOf(before, before, now);
    // What came before belongs to another version: going back to it would take their work away.
    take(reply, now, {
      draft: merged,
      past: [now],
      future: [],
      merged: { by, at: reply.data.updated_at, differences },
    });
    return true;
  };

  const take = (reply: Reply<Call>, saved: Draft, change: Partial<CallState> = {}) => {
    etag = reply.etag;
    unheard = [];
    set({ call: reply.data, saved, ...change });
  };

  const move = (draft: Draft, past: Draft[], future: Draft[]) => {
    set({ draft, past, future });
    void save();
  };

  const refresh = async () => {
    const known = etag;
    const reply = await api.get();
    const fresh = draftOf(reply.data);
    const notice = isSame(state.get().saved, fresh) ? null : await noticeOf(known);
    const { draft, saved, saving, theirs } = state.get();
    const same = isSame(saved, fresh);
    // With a change that is not saved, the next save meets the newer version.
    if (saving || theirs || etag !== known || (!same && draft !== saved)) return;
    wants_refresh = !same && isBusy();
    if (wants_refresh) return;
    if (same) return take(reply, saved);
    const merged = notice?.(saved, reply, fresh) ?? null;
    take(reply, fresh, { draft: fresh, past: [], future: [], ...(merged && { merged }) });
  };

  /** Prepares the notice of what others have changed since a version; of a first transcript there is none. */
  const noticeOf = async (since: string | null) => {
    const [{ differencesOf }, by] = await Promise.all([import('./conflict.ts'), api.authors(since).catch(() => [])]);
    return (before: Draft, { data }: Reply<Call>, now: Draft) =>
      before.words.length === 0 || !by.some((one) => one !== null)
        ? null
        : { by, at: data.updated_at, differences: differencesOf(before, before, now) };
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    save: () => save(),
    again: async () => {
      const { trouble } = state.get();
      refused = 0;
      if (trouble) await save(trouble);
    },
    edit: (change) => {
      const { draft, past } = state.get();
      const changed = change(draft);
      if (changed !== draft) move(changed, [...past, draft].slice(-STEPS), []);
    },
    refresh,
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
      const { reply } = theirs;
      const saved = draftOf(reply.data);
      const draft = way === 'theirs' ? saved : way(before, yours, saved);
      take(reply, saved, { draft, past: draft === saved ? [] : [saved], future: [], theirs: null });
      void save();
    },
    holdWhile: (busy) => {
      isBusy = busy;
      return () => {
        isBusy = () => false;
      };
    },
    release: () => {
      if (state.get().is_held) void save();
      if (wants_refresh) void refresh().catch(() => {});
    },
  };
};
