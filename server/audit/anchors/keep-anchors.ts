import type { KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { findHead, selectOrganizations } from '../../platform/audit/queries.ts';
import { sealChain } from '../../platform/audit/seal.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Place } from '../../platform/storage/place/place.ts';
import { type Anchor, digestOf, signAnchor } from './anchor.ts';

/** Receiver of anchors outside of the database. */
export type AnchorKeeper = {
  /** The newest anchor that was kept; null where there is none, or where nobody can say. */
  newest(): Promise<Buffer | null>;
  keep(name: string, anchor: Buffer): Promise<void>;
};

const START = 'anchors/';

/** Names of the anchors of a place, oldest first. */
export const listAnchors = async (place: Place): Promise<string[]> => {
  const names: string[] = [];
  for await (const { name } of place.list(START)) if (/^anchors\/[\w-]+\.json$/.test(name)) names.push(name);
  return names.sort();
};

/** Keeps anchors as files of a folder or objects of a bucket, one beside the other. */
export const keepIn = (place: Place): AnchorKeeper => ({
  newest: async () => {
    const name = (await listAnchors(place)).at(-1);
    return name === undefined ? null : buffer(await place.read(name));
  },
  keep: (name, anchor) => place.write(`${START}${name}`, [anchor]),
});

/** Sends anchors to a URL, which answers each with a success. */
export const sendTo = (url: string): AnchorKeeper => {
  let newest: Buffer | null = null;
  return {
    newest: async () => newest,
    keep: async (_name, anchor) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, {
        ...{ method: 'POST', headers, body: new Uint8Array(anchor), redirect: 'error' },
        signal: AbortSignal.timeout(30_000),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the address for anchors answered ${answer.status}`);
      newest = anchor;
    },
  };
};

/** Links what waits in every chain, and hands the signed heads of all chains out. */
export const anchorChains = async (database: Database, key: KeyObject, keeper: AnchorKeeper): Promise<Anchor> => {
  const heads: Anchor['heads'] = {};
  for (const { uuid } of await selectOrganizations(database.scopedTo({ installation: true }))) {
    const scoped = database.scopedTo({ organization_uuid: uuid });
    await sealChain(scoped, uuid);
    const head = await findHead(scoped, uuid);
    if (head) heads[uuid] = head;
  }
  const newest = await keeper.newest();
  const at = new Date().toISOString();
  const anchor: Anchor = { format: 'pharos-anchor-1', at, previous: newest && digestOf(newest), heads };
  await keeper.keep(`${at.replace(/[:.]/g, '-')}.json`, signAnchor(anchor, key));
  return anchor;
};
