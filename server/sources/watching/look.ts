import type { Vault } from '../../platform/auth/vault.ts';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import type { Found } from '../arrivals/keep.ts';
import type { Outside } from '../fetching/open-fetched.ts';
import type { WatchedRow } from './queries.ts';

/** A look into a source, which is to come to an end soon. */
export type Looking = Outside & {
  database: ScopedDatabase;
  vault: Vault;
  source: WatchedRow;
  /** Puts what was found in the log and in the queue, all or nothing. Those without a recording are only logged. */
  keep(found: readonly (Found | null)[]): Promise<void>;
};

/** Result of a look: the place up to which everything was seen, and whether there is more behind it. */
export type Looked = { cursor?: object; more?: boolean };

/** Looks into a source; null: there is nothing to look for. */
export type Look = (looking: Looking) => Promise<Looked | null>;
