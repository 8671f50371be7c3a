import { onSignedIn } from './signed-in.ts';

/** Runs once there is a connection again, the reader is back from another window, or has signed in there. */
export const onReturn = (again: () => void): (() => void) => {
  for (const name of ['online', 'focus']) addEventListener(name, again);
  const end = onSignedIn(again);
  return () => {
    for (const name of ['online', 'focus']) removeEventListener(name, again);
    end();
  };
};
