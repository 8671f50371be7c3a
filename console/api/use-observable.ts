import { useSyncExternalStore } from 'react';
import type { Value } from './observable.ts';

/** What `select` takes of a value; the component is drawn again only when that changes. */
export const useValue = <T, S>({ subscribe, get }: Pick<Value<T>, 'get' | 'subscribe'>, select: (value: T) => S): S =>
  useSyncExternalStore(subscribe, () => select(get()));
