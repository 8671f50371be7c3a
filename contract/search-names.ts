import Type, { type Static } from 'typebox';
import { ListedCall } from './calls.ts';
import { Case } from './cases.ts';
import { SIDES } from './sides.ts';
import { named, nullable, oneOf } from './table/schema.ts';

/** Person who speaks in calls, by the label that they have there. */
export const NamedPerson = named('NamedPerson', {
  name: Type.String({ description: 'As the label of the latest of these calls says it.' }),
  side: nullable(oneOf(SIDES)),
  kind: oneOf(['exact', 'name', 'number'], {
    description:
      'exact: as it was typed, or its beginning · name: sounds or looks alike · number: the only other voice in calls with this number.',
  }),
  calls: Type.Integer({ description: 'Calls in which they speak, among the latest 100 with this label.' }),
  call: ListedCall,
  case: Case,
});
export type NamedPerson = Static<typeof NamedPerson>;

/** People, cases and calls that a text names. */
export const NamesFound = named('NamesFound', {
  people: Type.Array(NamedPerson),
  cases: Type.Array(Case),
  calls: Type.Array(ListedCall),
});
export type NamesFound = Static<typeof NamesFound>;
