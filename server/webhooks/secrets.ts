import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Vault } from '../platform/auth/vault.ts';
import type { WebhookRow } from './queries.ts';

type Owner = Pick<WebhookRow, 'organization_uuid' | 'uuid'>;

/** A signing secret, and the time until which it signs; null for the current one. */
type Kept = { secret: string; until: string | null };

const SECRET_BYTES = 32;
const ownerOf = ({ organization_uuid, uuid }: Owner) => `webhook ${organization_uuid} ${uuid}`;

const sealAll = (vault: Vault, owner: Owner, kept: Kept[]) => vault.seal(JSON.stringify(kept), ownerOf(owner));
const openAll = (vault: Vault, row: WebhookRow): Kept[] => JSON.parse(vault.open(row.secrets, ownerOf(row))) as Kept[];
const mint = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** A first secret, and how it is kept. */
export const openSecret = (vault: Vault, owner: Owner): { secret: string; secrets: Buffer } => {
  const secret = mint();
  return { secret, secrets: sealAll(vault, owner, [{ secret, until: null }]) };
};

/** A secret in the place of another, which signs as well until a time. */
export const replaceSecret = (vault: Vault, row: WebhookRow, until: Date): { secret: string; secrets: Buffer } => {
  const secret = mint();
  const former = openAll(vault, row).map((one) => ({ ...one, until: one.until ?? until.toISOString() }));
  const kept = former.filter((one) => Date.parse(one.until) > Date.now());
  return { secret, secrets: sealAll(vault, row, [{ secret, until: null }, ...kept]) };
};

/** Headers of a delivery by Standard Webhooks, with a signature by each secret of the moment. */
export const signedHeaders = (vault: Vault, row: WebhookRow, id: string, body: string): Record<string, string> => {
  const now = new Date();
  const valid = openAll(vault, row).filter(({ until }) => until === null || Date.parse(until) > now.getTime());
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': valid.map(({ secret }) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
};
