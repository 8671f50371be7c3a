/** Tries again once there is a connection, or somebody is back from another window, where they may have signed in. */
export const onReturn = (again: () => void): (() => void) => {
  for (const name of ['online', 'focus']) addEventListener(name, again);
  return () => {
    for (const name of ['online', 'focus']) removeEventListener(name, again);
  };
};
