import { isDeepStrictEqual } from 'node:util';

/** The fields of a merge patch that differ from what a thing has; null is a value like any other, undefined is absent. */
export const changedFields = <T extends object>(current: object, patch: T, writable: object): Partial<T> =>
  Object.fromEntries(
    Object.entries(patch).filter(
      ([name, value]) =>
        value !== undefined &&
        Object.hasOwn(writable, name) &&
        !isDeepStrictEqual(value, (current as Record<string, unknown>)[name]),
    ),
  ) as Partial<T>;
