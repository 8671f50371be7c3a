import { PharosError } from '@pharos/client/error.ts';
import { followChanges } from '@pharos/client/follow-changes.ts';
import type { Change } from '@pharos/contract/changes.ts';
import { onReturn } from './on-return.ts';
import { pharos } from './pharos.ts';

/** Changes that have happened; null where anything may be different, as after a restore from a backup. */
type Listener = (changes: Change[] | null) => void;

const listeners = new Set<Listener>();
let cursor: string | undefined;
let following: AbortController | null = null;
let asked: Promise<void> | undefined;

/** Calls a listener with what anybody changes in the organization; the answer ends it. */
export const onChanges = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const tell = (changes: Change[] | null) => {
  for (const listener of [...listeners]) listener(changes);
};

/** Asks for the cursor from which changes are followed, ahead of what a page reads: the feed leaves out what came before. */
export const askFirstCursor = (): void => {
  asked ??= pharos.changes.list({ since: 'now' }).then(
    ({ data }) => {
      cursor ??= data.next_cursor;
    },
    () => {
      asked = undefined;
    },
  );
};

const follow = async (signal: AbortSignal): Promise<void> => {
  await asked;
  try {
    for await (const batch of followChanges(pharos, { since: cursor ?? 'now', signal })) {
      cursor = batch.cursor;
      if (batch.changes.length > 0) tell(batch.changes);
    }
  } catch (error) {
    // Somebody who is no longer signed in follows again once they are back.
    if (!(error instanceof PharosError) || error.code !== 'changes_rewound') return;
    cursor = undefined;
    tell(null);
    await follow(signal);
  }
};

const start = () => {
  if (following || document.hidden) return;
  const own = new AbortController();
  following = own;
  void follow(own.signal).finally(() => {
    if (following === own) following = null;
  });
};

const stop = () => {
  following?.abort();
  following = null;
};

/**
 * Follows what changes while the page is seen: a browser has few connections to one server for all of its windows. A
 * page that is seen again goes on where it was, and misses nothing. The answer ends it.
 */
export const followWhileSeen = (): (() => void) => {
  const look = () => (document.hidden ? stop() : start());
  document.addEventListener('visibilitychange', look);
  const end = onReturn(look);
  start();
  return () => {
    document.removeEventListener('visibilitychange', look);
    end();
    stop();
  };
};
