import type { Call } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import type { Change, ChangeType } from '@pharos/contract/changes.ts';

/** A delivery of a webhook. With a whole payload it has the call or the case as it was when it was sent; null: gone. */
export type WebhookEvent = {
  /** Id of the change; where it was dealt with before, this is the same delivery again. */
  id: string;
  type: ChangeType;
  /** Time of the change, RFC 3339. */
  timestamp: string;
  data: Change & { call?: Call | null; case?: Case | null };
};

/** Reason why a message is not believed. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
  readonly code: 'header_missing' | 'timestamp_outside_window' | 'signature_mismatch';

  constructor(code: WebhookRefused['code']) {
    super(`This is no delivery of Pharos: ${code.replaceAll('_', ' ')}`);
    this.code = code;
  }
}

export type VerifyOptions = {
  /** Body exactly as it came, before it is parsed. */
  body: string | Uint8Array;
  /** Headers of the request. */
  headers: Headers | Record<string, string | string[] | undefined>;
  /** Secret of the webhook, `whsec_…`; several while one is replaced. */
  secret: string | readonly string[];
  /** Seconds that a message may be old or ahead. Default: 300. */
  tolerance_seconds?: number;
};

/**
 * Verifies a delivery by Standard Webhooks (standardwebhooks.com), and returns what it says. Throws WebhookRefused where
 * it is not signed by one of the secrets, or too old. Needs nothing but Web Crypto.
 */
export const verifyWebhook = async ({
  body,
  headers,
  secret,
  tolerance_seconds = 300,
}: VerifyOptions): Promise<WebhookEvent> => {
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const given = headerOf(headers, 'webhook-signature').split(' ');
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Date.now() / 1000 - Number(timestamp)) > tolerance_seconds)
    throw new WebhookRefused('timestamp_outside_window');
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + bytes.length);
  signed.set(head);
  signed.set(bytes, head.length);
  for (const one of [secret].flat()) {
    const key = await importKey(one);
    for (const signature of given) {
      const known = signature.startsWith('v1,') ? bytesOf(signature.slice('v1,'.length)) : null;
      // Compared by Web Crypto, which takes as long whatever the difference is.
      if (known && (await crypto.subtle.verify('HMAC', key, known, signed)))
        return { id, ...(JSON.parse(new TextDecoder().decode(bytes)) as Omit<WebhookEvent, 'id'>) };
    }
  }
  throw new WebhookRefused('signature_mismatch');
};

const importKey = (secret: string) => {
  const key = bytesOf(secret.replace(/^whsec_/, ''));
  if (!key) throw new TypeError('a secret is base64 behind whsec_');
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> | null => {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
};

const headerOf = (headers: VerifyOptions['headers'], name: string): string => {
  const found =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const value = Array.isArray(found) ? found[0] : found;
  if (!value) throw new WebhookRefused('header_missing');
  return value;
};
