import { useSyncExternalStore } from 'react';
import type { Observable } from './observable.ts';

/** What `select` takes of a value; the component is drawn again only when that changes. */
export const useObservable = <T, S>(
  { subscribe, get }: Pick<Observable<T>, 'get' | 'subscribe'>,
  select: (value: T) => S,
): S => useSyncExternalStore(subscribe, () => select(get()));
