import type { DecisionRequest, Generation, GenerationValue } from '@pharos/contract/generations.ts';
import { pharos } from '../../api/pharos.ts';
import { queries } from '../../api/query-client.ts';
import { useChange } from '../../ui/forms/use-change.ts';
import { generationsQuery } from './queries.ts';

/** Decision about a value; null undoes the one that it has. */
export type Decided = { value: GenerationValue; body: DecisionRequest | null };

/** Decides about values of a call. The page has a decision once the server has confirmed it. */
export const useDecide = (call_uuid: string, done: (decided: Decided) => void) =>
  useChange(
    async (decided: Decided) => {
      const named = { call_uuid, generation_value_uuid: decided.value.uuid };
      if (decided.body === null) await pharos.generations.undecide(named);
      const decision =
        decided.body && (await pharos.generations.decide({ ...named, body: decided.body })).data.decision;
      keep(call_uuid, decided.value.uuid, decision);
      return decided;
    },
    { kind: 'decision', done },
  );

const keep = (call_uuid: string, uuid: string, decision: GenerationValue['decision']) => {
  const decide = (value: GenerationValue) => (value.uuid === uuid ? { ...value, decision } : value);
  queries.setQueryData(generationsQuery(call_uuid).queryKey, (items: Generation[] | undefined) =>
    items?.map((item) => ({ ...item, values: item.values.map(decide) })),
  );
};
