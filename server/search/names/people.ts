import { LRUCache } from 'lru-cache';
import type { Transaction } from '../../platform/database/database.ts';
import type { GiveWay } from '../../platform/worker-pool/give-way.ts';
import { foldText } from '../../transcripts/search/fold.ts';
import { termsOf } from '../../transcripts/search/tokens.ts';
import { textOfLabel } from '../../transcripts/sides.ts';
import { findCallsState, selectLabels } from './queries.ts';
import { soundsLike } from './similar.ts';

/** Person as labels name them: `key` is the folded label, and their calls come with the latest first. */
export type Labelled = { key: string; terms: readonly string[]; call_uuids: string[] };

/** Calls of one person that are looked at. */
const MOST_CALLS = 100;

const known_people = new LRUCache<string, { state: string; people: Labelled[] }>({ max: 50 });

/** Everybody who has a label in an organization's calls, read again whenever one of them may be another. */
const readPeople = async (tx: Transaction, organization_uuid: string, giveWay: GiveWay): Promise<Labelled[]> => {
  const state = JSON.stringify(await findCallsState(tx, organization_uuid));
  const known = known_people.get(organization_uuid);
  if (known?.state === state) return known.people;
  const people = new Map<string, Labelled>();
  for (const { uuid, speaker_labels } of await selectLabels(tx, organization_uuid)) {
    await giveWay();
    for (const key of keysOf(speaker_labels.parse() as object)) {
      const one = people.get(key) ?? { key, terms: termsOf(key), call_uuids: [] };
      if (one.call_uuids.length < MOST_CALLS) one.call_uuids.push(uuid);
      people.set(key, one);
    }
  }
  known_people.set(organization_uuid, { state, people: [...people.values()] });
  return [...people.values()];
};

/** Folded label of a voice, by which calls of one person are told. */
export const keyOf = (label: unknown): string | null => {
  const text = textOfLabel(label);
  return text === null ? null : foldText(text).trim() || null;
};

const keysOf = (labels: object) => new Set(Object.values(labels).flatMap((label) => keyOf(label) ?? []));

/** People whose labels have every term, as it is, as a beginning, or as a name that sounds or looks alike; exact ones first. */
export const peopleLike = async (
  tx: Transaction,
  organization_uuid: string,
  terms: readonly string[],
  giveWay: GiveWay,
): Promise<(Labelled & { kind: 'exact' | 'name' })[]> => {
  if (terms.length === 0) return [];
  const wanted = terms.map((term) => ({ term, isLike: soundsLike(term) }));
  const found: (Labelled & { kind: 'exact' | 'name' })[] = [];
  const kindOf = (person: Labelled): 'exact' | 'name' | null => {
    let kind: 'exact' | 'name' = 'exact';
    for (const { term, isLike } of wanted) {
      if (person.terms.some((own) => own.startsWith(term))) continue;
      if (!person.terms.some(isLike)) return null;
      kind = 'name';
    }
    return kind;
  };
  for (const person of await readPeople(tx, organization_uuid, giveWay)) {
    await giveWay();
    const kind = kindOf(person);
    if (kind !== null) found.push({ ...person, kind });
  }
  return found.sort(
    (one, other) =>
      Number(one.kind === 'name') - Number(other.kind === 'name') ||
      other.call_uuids.length - one.call_uuids.length ||
      (one.key < other.key ? -1 : 1),
  );
};
