import type { KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Place } from '../../platform/storage/place/place.ts';
import { type Anchor, digestOf, type Head, readAnchor } from './anchor.ts';
import { listAnchors } from './keep-anchors.ts';

export type AnchorsRead = {
  anchors: Anchor[];
  /** Names of anchors that were not signed with the key. */
  forged: string[];
  /** Names of anchors before which one is missing. */
  gaps: string[];
};

/** Reads the anchors of a place, oldest first. */
export const readAnchors = async (place: Place, public_key: KeyObject): Promise<AnchorsRead> => {
  const read: AnchorsRead = { anchors: [], forged: [], gaps: [] };
  let previous: string | null | undefined;
  for (const name of await listAnchors(place)) {
    const bytes = await buffer(await place.read(name));
    const anchor = readAnchor(bytes, public_key);
    if (!anchor) {
      read.forged.push(name);
      continue;
    }
    if (previous === undefined ? anchor.previous !== null : anchor.previous !== previous) read.gaps.push(name);
    previous = digestOf(bytes);
    read.anchors.push(anchor);
  }
  return read;
};

/** A chain compared with its anchors: `false_since` and `true_until` are the times of the anchors that say so. */
export type Compared = {
  holds: boolean;
  newest: Head & { at: string };
  /** The last anchor whose head the chain still has. */
  true_until: string | null;
  /** The first anchor whose head the chain has no longer. */
  false_since: string | null;
};

/**
 * Compares an organization's chain with its anchors; null where none names it. `holds` tells whether the chain has a
 * head. A chain that has the newest has all before it; else what was changed lies between two anchors.
 */
export const compareChain = async (
  anchors: Anchor[],
  organization_uuid: string,
  holds: (head: Head) => Promise<boolean>,
): Promise<Compared | null> => {
  const heads = anchors.flatMap(({ at, heads }) => {
    const head = heads[organization_uuid];
    return head ? [{ ...head, at }] : [];
  });
  const newest = heads.at(-1);
  if (!newest) return null;
  if (await holds(newest)) return { holds: true, newest, true_until: newest.at, false_since: null };
  let [low, high] = [-1, heads.length - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(heads[middle] as Head)) low = middle;
    else high = middle;
  }
  const at = (index: number) => heads[index]?.at ?? null;
  return { holds: false, newest, true_until: at(low), false_since: at(high) };
};
