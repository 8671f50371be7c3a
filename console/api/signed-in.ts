const NAME = 'pharos.session';

/** Tells the other windows of this browser that somebody has signed in. */
export const tellSignedIn = (): void => {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('signed in');
  channel.close();
};

/** Runs when somebody has signed in in another window; the answer ends it. */
export const onSignedIn = (run: () => void): (() => void) => {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', run);
  return () => channel.close();
};
