import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Encrypts secrets of others that have to be used again, with a key that is not in the database. */
export type Vault = {
  /** Encrypts a text. `owner` names the record that it belongs to: under another, it does not open. */
  seal(text: string, owner: string): Buffer;
  /** Decrypts a sealed text; throws where it was changed, or sealed by another key or for another owner. */
  open(sealed: Uint8Array, owner: string): string;
};

const KEY_BYTES = 32;
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** Opens a vault with a key of 32 bytes: AES-256-GCM, with a nonce for each text. */
export const openVault = (key: Uint8Array): Vault => {
  if (key.length !== KEY_BYTES) throw new Error(`the key has ${key.length} bytes, not ${KEY_BYTES}`);
  return {
    seal: (text, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open: (sealed, owner) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
};

/** Reads the key from `secrets-key` in a folder; on the first start it is made, readable for its owner alone. */
export const readVaultKey = async (folder: string): Promise<Uint8Array> => {
  const path = join(folder, 'secrets-key');
  const made = `${randomBytes(KEY_BYTES).toString('base64')}\n`;
  await writeFile(path, made, { mode: 0o600, flag: 'wx', flush: true }).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return decodeVaultKey(await readFile(path, 'utf8'));
};

/** Decodes a key from base64; throws where it has not 32 bytes. */
export const decodeVaultKey = (text: string): Uint8Array => {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error('the key of secrets has to be 32 bytes in base64');
  return key;
};
