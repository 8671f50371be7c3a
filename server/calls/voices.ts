import type { Side } from '@pharos/contract/sides.ts';
import type { Transaction } from '../platform/database/database.ts';
import { type LabelledVoice, type SideOf, sidesBy, voicesOf } from '../transcripts/sides.ts';
import { type CallColumns, findRoleWords, selectUserNames } from './queries.ts';

/** Rule by which an organization tells its own people from others. `basis` is all that it depends on. */
export type Sides = { sideOf: SideOf; basis: unknown };

/** Reads the rule of an organization: the names of its users, and its role words. */
export const readSides = async (tx: Transaction, organization_uuid: string): Promise<Sides> => {
  const [people, { role_words }] = await Promise.all([
    selectUserNames(tx, organization_uuid),
    findRoleWords(tx, organization_uuid),
  ]);
  const names = people.map(({ name }) => name).sort();
  return { sideOf: sidesBy(names, role_words), basis: [names, role_words] };
};

/** The voices of a call, by speaker id. */
export const callVoices = (
  call: Pick<CallColumns, 'speaker_labels' | 'speaker_sides'>,
  sideOf: SideOf,
): Map<string, LabelledVoice> =>
  voicesOf(
    {
      speaker_labels: call.speaker_labels.parse() as Record<string, unknown>,
      speaker_sides: call.speaker_sides.parse() as Record<string, Side>,
    },
    sideOf,
  );
