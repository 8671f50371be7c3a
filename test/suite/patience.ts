/** Milliseconds that one file of tests may take before it is taken for one that hangs. */
export const PATIENCE = (process.env.FULL ? 120 : 10) * 60_000;
