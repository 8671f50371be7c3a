import { createHmac, randomUUID } from 'node:crypto';
import { isEqual } from './equal.ts';
import {
  jsonOf,
  type Known,
  type Message,
  type MessageKind,
  MessageRefused,
  objectOf,
  requireHeader,
  requireSecret,
  requireWindow,
  textOf,
  timeFrom,
} from './kind.ts';

/** Key of a secret: base64 behind `whsec_`, as Standard Webhooks writes it, or else the text itself. */
const keyOf = (known: Known): Buffer => {
  const secret = requireSecret(known, 'signing_secret');
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);
};

const signatureOf = (known: Known, id: string, timestamp: string, body: Buffer): Buffer =>
  createHmac('sha256', keyOf(known)).update(`${id}.${timestamp}.`).update(body).digest();

/**
 * Any system, by Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`, several signatures in a
 * header while a secret is replaced. The body is our own: `{type: "call.recorded", data: {recording_id, recording_url, …}}`.
 */
export const webhook: MessageKind = {
  hosts: [],
  verify: (message: Message, known, now) => {
    const [id, timestamp] = [requireHeader(message, 'webhook-id'), requireHeader(message, 'webhook-timestamp')];
    const given = requireHeader(message, 'webhook-signature').split(' ');
    requireWindow(timestamp, now);
    const right = signatureOf(known, id, timestamp, message.body);
    const isSigned = given.some((one) => one.startsWith('v1,') && isEqual(Buffer.from(one.slice(3), 'base64'), right));
    if (!isSigned) throw new MessageRefused('signature_mismatch');
  },
  read: (message) => {
    const { type, data } = jsonOf(message);
    if (type !== 'call.recorded') return { ignored: 'no_recording' };
    const fields = objectOf(data);
    const recording_id = textOf(fields.recording_id);
    const url = textOf(fields.recording_url);
    if (!recording_id || !url) throw new MessageRefused('body_malformed');
    const direction = (['incoming', 'outgoing', 'internal'] as const).find((one) => one === fields.direction);
    const facts = {
      started_at: timeFrom(fields.started_at),
      direction,
      from: textOf(fields.from),
      to: textOf(fields.to),
      answered_by: textOf(fields.answered_by),
      title: textOf(fields.title),
      source_call_id: textOf(fields.source_call_id),
    };
    return { recordings: [{ recording_id, url, file_name: textOf(fields.file_name), facts }] };
  },
  sample: Buffer.from('{"type":"pharos.test"}'),
  sign: ({ body }, known, now) => {
    const [id, timestamp] = [randomUUID(), String(Math.floor(now / 1000))];
    const signature = signatureOf(known, id, timestamp, body).toString('base64');
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  },
};
