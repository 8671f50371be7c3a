import { LRUCache } from 'lru-cache';
import type { Transaction } from '../../platform/database/database.ts';
import { termsOf } from '../../transcripts/search/tokens.ts';
import { textOfLabel } from '../../transcripts/sides.ts';
import { selectLabels, selectNames } from './queries.ts';
import { soundsLike } from './similar.ts';

/**
 * Milliseconds after which names are read again; one that was just written is still found at once when spelled exactly.
 */
const FRESH_MS = 30_000;
/** Number of names reached from a word, at most. */
const MOST = 20;

type Names = { terms: string[]; read_at: number };
const names = new LRUCache<string, Names>({ max: 200 });

/** Tells the names of an organization's cases, labels and users that sound or look like a word. */
export const similarNames = async (
  tx: Transaction,
  organization_uuid: string,
): Promise<(word: string) => readonly string[]> => {
  let known = names.get(organization_uuid);
  if (!known || Date.now() - known.read_at > FRESH_MS) {
    known = { terms: await readNames(tx, organization_uuid), read_at: Date.now() };
    names.set(organization_uuid, known);
  }
  const { terms } = known;
  return (word) => terms.filter(soundsLike(word)).slice(0, MOST);
};

const readNames = async (tx: Transaction, organization_uuid: string): Promise<string[]> => {
  const [people, labels] = await Promise.all([selectNames(tx, organization_uuid), selectLabels(tx, organization_uuid)]);
  const texts = [
    ...people.map(({ name }) => name),
    ...labels.flatMap(({ speaker_labels }) => Object.values(speaker_labels.parse() as object).map(textOfLabel)),
  ];
  return [...new Set(texts.flatMap((text) => (text ? termsOf(text) : [])))].filter((term) => term.length > 2).sort();
};
