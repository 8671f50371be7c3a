import type { SpokenCall } from './call.ts';

/** Makes a reading that is done once of each thing, however many rules ask for it. It lives as long as the thing. */
export const once = <K extends object, T>(read: (of: K) => T): ((of: K) => T) => {
  const kept = new WeakMap<K, { result: T }>();
  return (of) => {
    const known = kept.get(of) ?? { result: read(of) };
    kept.set(of, known);
    return known.result;
  };
};

/** Makes a reading of a call that is done once. */
export const oncePerCall: <T>(read: (call: SpokenCall) => T) => (call: SpokenCall) => T = once;
