import { SOURCE_SECRETS, type SourceKind } from '@pharos/contract/sources.ts';
import type { Vault } from '../platform/auth/vault.ts';
import { invalid, problem } from '../platform/errors/errors.ts';
import type { Known } from './kinds/kind.ts';
import { type SourceRow, settingsOf } from './queries.ts';

type Owner = Pick<SourceRow, 'organization_uuid' | 'uuid'>;

const ownerOf = ({ organization_uuid, uuid }: Owner) => `source ${organization_uuid} ${uuid}`;

/** Columns of a source's secrets; throws 400 for one that its kind has not. */
export const sealSecrets = (vault: Vault, kind: SourceKind, owner: Owner, secrets: Record<string, string>) => {
  const names = Object.keys(secrets).sort();
  const known: readonly string[] = SOURCE_SECRETS[kind];
  for (const name of names) {
    if (known.includes(name)) continue;
    const message = known.length === 0 ? `${kind} has no secrets` : `must be one of ${known.join(', ')}`;
    throw invalid(problem(`/secrets/${name}`, 'invalid_choice', message));
  }
  const sealed = names.length === 0 ? null : vault.seal(JSON.stringify(secrets), ownerOf(owner));
  return { secret_names: names, secrets: sealed };
};

export const openSecrets = (vault: Vault, row: SourceRow): Record<string, string> =>
  row.secrets === null ? {} : (JSON.parse(vault.open(row.secrets, ownerOf(row))) as Record<string, string>);

/** Settings and secrets of a source, as its kind reads them. */
export const knownOf = (vault: Vault, row: SourceRow): Known => ({
  settings: settingsOf(row),
  secrets: openSecrets(vault, row),
});

/** Encrypts a message that came in, as it holds numbers and addresses of recordings. */
export const sealMessage = (vault: Vault, arrival: Owner, message: object): Buffer =>
  vault.seal(JSON.stringify(message), `arrival ${arrival.organization_uuid} ${arrival.uuid}`);

export const openMessage = (vault: Vault, arrival: Owner, sealed: Uint8Array): unknown =>
  JSON.parse(vault.open(sealed, `arrival ${arrival.organization_uuid} ${arrival.uuid}`));
