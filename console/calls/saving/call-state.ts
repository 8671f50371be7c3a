import type { Reply } from '@pharos/client/methods.ts';
import type { Call, CallUpdate } from '@pharos/contract/calls.ts';
import type { Difference } from './conflict.ts';
import type { Draft } from './draft.ts';

/** Requests that a store makes. `put` names the version that it changes. */
export type CallApi = {
  put(body: CallUpdate, if_match: string | undefined): Promise<Reply<Call>>;
  get(): Promise<Reply<Call>>;
  /** Makers of the versions after `etag`, newest first and each once; null is the server itself. */
  authors(etag: string | null): Promise<(string | null)[]>;
};

/** Version that somebody else made in between, and its author. */
export type Theirs = { reply: Reply<Call>; by: (string | null)[] };

/** Changes that others made and that were merged into the draft. */
export type Merged = { by: (string | null)[]; at: string; differences: Difference[] };

export type CallState = {
  /** The call as the server has it. */
  call: Call;
  draft: Draft;
  /** Draft as the server has it. */
  saved: Draft;
  past: Draft[];
  future: Draft[];
  saving: boolean;
  /** Reason why the last change is not saved; it is tried again with the next one, after a while, or when asked. */
  trouble: Error | null;
  /** A newer version waits until nothing is being asked or written among the words that it would replace. */
  is_held: boolean;
  /** Somebody else changed the same. Nothing is saved until one of the two ways is chosen. */
  theirs: Theirs | null;
  /** Newest version of somebody else's that did not touch the reader's changes. */
  merged: Merged | null;
};
