import type { Decision } from '@pharos/contract/generations.ts';
import type { Printable } from '../platform/json/print-json.ts';
import type { ValueRow } from './queries.ts';

/** A value as it is answered, with what a person decided of it. */
export const ofValue = ({ uuid, name, value, evidence, proposed, ...decided }: ValueRow) => ({
  ...{ uuid, name, value, evidence, proposed },
  decision: ofDecision(decided),
});

type Decided = Pick<ValueRow, 'decision' | 'decided_value' | 'decided_by' | 'decided_at'>;

const ofDecision = ({ decision, decided_value, decided_by, decided_at }: Decided): Printable<Decision> | null =>
  decision && { decision, value: decided_value, decided_by: decided_by as string, decided_at: decided_at as string };
