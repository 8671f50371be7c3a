import type { Finding, SpokenCall } from '../call.ts';

/** Reads a call's first-call sheet by rules. A field that the call does not tell for certain is absent. */
export const extractSheet = (_call: SpokenCall): Finding[] => [];
