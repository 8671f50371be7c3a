import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Newest link of an organization's chain. */
export type Head = { position: number; hash: string };

/** Heads of all chains at one moment, signed with a key that is not in the database. */
export type Anchor = {
  format: 'pharos-anchor-1';
  at: string;
  /** SHA-256, in hex, of the anchor before it as it was written; null for the first. */
  previous: string | null;
  heads: Record<string, Head>;
};

/** An anchor as it is handed out: its JSON, and the Ed25519 signature of that text in base64. */
export type SignedAnchor = { anchor: string; signature: string };

/** The anchor as bytes to keep. */
export const signAnchor = (anchor: Anchor, key: KeyObject): Buffer => {
  const text = JSON.stringify(anchor);
  const signed: SignedAnchor = { anchor: text, signature: sign(null, Buffer.from(text), key).toString('base64') };
  return Buffer.from(`${JSON.stringify(signed)}\n`);
};

/** Reads an anchor; null where it was not signed with the key. */
export const readAnchor = (bytes: Buffer, public_key: KeyObject): Anchor | null => {
  try {
    const { anchor, signature } = JSON.parse(bytes.toString()) as SignedAnchor;
    const is_signed = verify(null, Buffer.from(anchor), public_key, Buffer.from(signature, 'base64'));
    return is_signed ? JSON.parse(anchor) : null;
  } catch {
    return null;
  }
};

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const publicKeyOf = (pem: string): KeyObject => createPublicKey(pem);
