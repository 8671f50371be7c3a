import { useSyncExternalStore } from 'react';
import type { Observable } from './observable.ts';

/** Part of a value, chosen by `select`; the component is drawn again only when that part changes. */
export const useObservable = <T, S>(
  { subscribe, get }: Pick<Observable<T>, 'get' | 'subscribe'>,
  select: (value: T) => S,
): S => useSyncExternalStore(subscribe, () => select(get()));
