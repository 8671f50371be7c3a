import { LRUCache } from 'lru-cache';
import type { Transaction } from '../../platform/database/database.ts';
import type { GiveWay } from '../../platform/worker-pool/give-way.ts';
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

/** Names of an organization's cases, labels and users that sound or look like words, by the words. */
export const similarNames = async (
  tx: Transaction,
  organization_uuid: string,
  words: readonly string[],
  giveWay: GiveWay,
): Promise<Map<string, readonly string[]>> => {
  let known = names.get(organization_uuid);
  if (!known || Date.now() - known.read_at > FRESH_MS) {
    known = { terms: await readNames(tx, organization_uuid, giveWay), read_at: Date.now() };
    names.set(organization_uuid, known);
  }
  const similar = new Map<string, readonly string[]>();
  for (const word of words) similar.set(word, await firstOf(known.terms, soundsLike(word), giveWay));
  return similar;
};

/** Names that are compared without a pause. */
const COMPARED = 500;

const firstOf = async (terms: readonly string[], isLike: (term: string) => boolean, giveWay: GiveWay) => {
  const found: string[] = [];
  for (let at = 0; at < terms.length && found.length < MOST; at += COMPARED) {
    found.push(...terms.slice(at, at + COMPARED).filter(isLike));
    await giveWay();
  }
  return found.slice(0, MOST);
};

const readNames = async (tx: Transaction, organization_uuid: string, giveWay: GiveWay): Promise<string[]> => {
  const [people, labels] = await Promise.all([selectNames(tx, organization_uuid), selectLabels(tx, organization_uuid)]);
  const terms = new Set<string>();
  const add = (text: string | null) => {
    for (const term of text ? termsOf(text) : []) if (term.length > 2) terms.add(term);
  };
  for (const { name } of people) add(name);
  for (const { speaker_labels } of labels) {
    await giveWay();
    for (const label of Object.values(speaker_labels.parse() as object)) add(textOfLabel(label));
  }
  return [...terms].sort();
};
