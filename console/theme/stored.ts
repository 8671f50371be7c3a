/** A choice that stays in this browser. */
export type Stored<V extends string> = {
  get(): V;
  set(value: V): void;
  subscribe(listener: () => void): () => void;
};

/** One of a few values under a name of `localStorage`; where that is closed to us, it lasts as long as the page. */
export const createStored = <V extends string>(name: string, values: readonly V[], initial: V): Stored<V> => {
  const listeners = new Set<() => void>();
  let current = initial;
  try {
    const kept = localStorage.getItem(name);
    current = values.find((value) => value === kept) ?? initial;
  } catch {}
  return {
    get: () => current,
    set: (value) => {
      current = value;
      try {
        localStorage.setItem(name, value);
      } catch {}
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
