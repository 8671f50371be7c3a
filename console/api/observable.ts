/** A value that tells when it changes, to be read inside React and outside of it. */
export type Observable<T> = { get(): T; set(value: T): void; subscribe(listener: () => void): () => void };

export const createObservable = <T>(initial: T): Observable<T> => {
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
