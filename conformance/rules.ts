import type { Rule } from './rule.ts';
import { envelopes } from './rules/envelopes.ts';
import { ours } from './rules/ours.ts';
import { putting } from './rules/putting.ts';
import { reading } from './rules/reading.ts';
import { storing } from './rules/storing.ts';

/** Every rule that a server is held against, Core first. */
export const RULES: readonly Rule[] = [...envelopes, ...reading, ...putting, ...storing, ...ours];
