import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import {
  jsonOf,
  type Known,
  type MessageKind,
  MessageRefused,
  objectOf,
  requireHeader,
  requireWindow,
  textOf,
  timeFrom,
} from './kind.ts';

/** The 32 bytes of an Ed25519 key as SPKI (RFC 8410), which Node reads. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const keyOf = ({ settings }: Known): KeyObject => {
  const raw = Buffer.from(settings.public_key ?? '', 'base64');
  if (raw.length !== 32) throw new MessageRefused('secret_missing');
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
};

const DIRECTIONS = { incoming: 'incoming', inbound: 'incoming', outgoing: 'outgoing', outbound: 'outgoing' } as const;

/** Telnyx's webhooks, signed with Ed25519: there is no secret of ours, only the account's public key. */
export const telnyx: MessageKind = {
  hosts: ['.telnyx.com', '.amazonaws.com'],
  verify: (message, known, now) => {
    const timestamp = requireHeader(message, 'telnyx-timestamp');
    const given = Buffer.from(requireHeader(message, 'telnyx-signature-ed25519'), 'base64');
    requireWindow(timestamp, now);
    const signed = Buffer.concat([Buffer.from(`${timestamp}|`), message.body]);
    if (given.length !== 64 || !verify(null, signed, keyOf(known), given))
      throw new MessageRefused('signature_mismatch');
  },
  read: (message) => {
    const data = objectOf(jsonOf(message).data);
    if (data.event_type !== 'call.recording.saved') return { ignored: 'no_recording' };
    const payload = objectOf(data.payload);
    const urls = objectOf(payload.recording_urls ?? payload.public_recording_urls);
    const url = textOf(urls.wav) ?? textOf(urls.mp3);
    const source_call_id = textOf(payload.call_session_id) ?? textOf(payload.call_leg_id);
    const started_at = timeFrom(payload.recording_started_at ?? payload.start_time);
    const recording_id =
      textOf(payload.recording_id) ?? (source_call_id && `${source_call_id} ${started_at ?? textOf(data.id) ?? ''}`);
    if (!recording_id || !url) throw new MessageRefused('body_malformed');
    const direction = DIRECTIONS[textOf(payload.direction) as keyof typeof DIRECTIONS];
    const facts = { started_at, direction, from: textOf(payload.from), to: textOf(payload.to), source_call_id };
    return { recordings: [{ recording_id, url, facts }] };
  },
  sample: Buffer.from('{"data":{"event_type":"pharos.test"}}'),
};
