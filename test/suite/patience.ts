/** Milliseconds that one file of tests may take before it is taken for one that hangs. */
export const PATIENCE = 10 * 60_000;
