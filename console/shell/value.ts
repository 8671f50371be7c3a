import { useSyncExternalStore } from 'react';

/** A value that tells when it changes, to be read inside React and outside of it. */
export type Value<T> = { get(): T; set(value: T): void; subscribe(listener: () => void): () => void };

export const createValue = <T>(initial: T): Value<T> => {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** What `select` takes of a value; the component is drawn again only when that changes. */
export const useValue = <T, S>({ subscribe, get }: Pick<Value<T>, 'get' | 'subscribe'>, select: (value: T) => S): S =>
  useSyncExternalStore(subscribe, () => select(get()));
