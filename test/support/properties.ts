import fc from 'fast-check';

/** Seed of all generated cases, fixed so that a failure can be repeated; `SEED=7 npm test` tries other cases. */
const seed = Number(process.env.SEED ?? 20_261_130);
fc.configureGlobal({ seed });

/** fast-check, whose properties are tried with the run's seed. A counterexample that was found stays, under `examples`. */
export { fc };
