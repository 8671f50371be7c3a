import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const PUBLIC_KEY_FILE = 'anchor-key.pub';

/** Reads the key that signs anchors from `anchor-key` in a folder; the first time it is made, with its public half. */
export const readAnchorKey = async (folder: string): Promise<KeyObject> => {
  const path = join(folder, 'anchor-key');
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(path, made, { mode: 0o600, flag: 'wx', flush: true }).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const key = createPrivateKey(await readFile(path));
  const public_key = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  await writeFile(join(folder, PUBLIC_KEY_FILE), public_key, { mode: 0o644 });
  return key;
};
