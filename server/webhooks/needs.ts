import type { Vault } from '../platform/auth/vault.ts';
import type { InsideHosts } from './post.ts';

/** Dependencies of the verbs of webhooks. */
export type Needs = { hooking: { vault: Vault; inside: InsideHosts } };
