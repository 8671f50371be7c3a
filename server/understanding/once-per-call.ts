import type { SpokenCall } from './call.ts';

/** Makes a reading of a call that is done once, however many rules ask for it. It lives as long as the call. */
export const oncePerCall = <T>(read: (call: SpokenCall) => T): ((call: SpokenCall) => T) => {
  const kept = new WeakMap<SpokenCall, { result: T }>();
  return (call) => {
    const known = kept.get(call) ?? { result: read(call) };
    kept.set(call, known);
    return known.result;
  };
};
