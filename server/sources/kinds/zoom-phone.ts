import { createHmac } from 'node:crypto';
import { isEqual } from './equal.ts';
import {
  jsonOf,
  type Known,
  type MessageKind,
  MessageRefused,
  objectOf,
  requireHeader,
  requireSecret,
  requireWindow,
  type ToldRecording,
  textOf,
  timeFrom,
} from './kind.ts';

const TOKENS = 'https://zoom.us/oauth/token';

const hmac = (known: Known, text: string | Buffer): string =>
  createHmac('sha256', requireSecret(known, 'secret_token')).update(text).digest('hex');

const signatureOf = (known: Known, timestamp: string, body: Buffer): string =>
  `v0=${hmac(known, Buffer.concat([Buffer.from(`v0:${timestamp}:`), body]))}`;

const DIRECTIONS = { inbound: 'incoming', outbound: 'outgoing' } as const;

const recordingOf = (given: unknown): ToldRecording => {
  const one = objectOf(given);
  const [recording_id, url] = [textOf(one.id), textOf(one.download_url)];
  if (!recording_id || !url) throw new MessageRefused('body_malformed');
  const direction = DIRECTIONS[textOf(one.direction) as keyof typeof DIRECTIONS];
  const ours = direction === 'outgoing' ? textOf(one.caller_name) : textOf(one.callee_name);
  const facts = {
    started_at: timeFrom(one.date_time),
    direction,
    from: textOf(one.caller_number),
    to: textOf(one.callee_number),
    answered_by: ours,
    source_call_id: textOf(one.call_id),
  };
  return { recording_id, url, facts };
};

/** Zoom Phone's webhooks, and the question by which Zoom makes sure of an address. */
export const zoomPhone: MessageKind = {
  hosts: ['zoom.us', '.zoom.us'],
  verify: (message, known, now) => {
    const timestamp = requireHeader(message, 'x-zm-request-timestamp');
    const given = requireHeader(message, 'x-zm-signature');
    requireWindow(timestamp, now);
    if (!isEqual(Buffer.from(given), Buffer.from(signatureOf(known, timestamp, message.body))))
      throw new MessageRefused('signature_mismatch');
  },
  read: (message, known) => {
    const { event, payload } = jsonOf(message);
    if (event === 'endpoint.url_validation') {
      const plainToken = textOf(objectOf(payload).plainToken);
      if (!plainToken) throw new MessageRefused('body_malformed');
      return { challenge: { plainToken, encryptedToken: hmac(known, plainToken) } };
    }
    if (event !== 'phone.recording_completed') return { ignored: 'no_recording' };
    const { account_id, object } = objectOf(payload);
    if (known.settings.account_id && account_id !== known.settings.account_id)
      throw new MessageRefused('other_account');
    const { recordings } = objectOf(object);
    if (!Array.isArray(recordings) || recordings.length === 0) throw new MessageRefused('body_malformed');
    return { recordings: recordings.map(recordingOf) };
  },
  sample: Buffer.from('{"event":"pharos.test"}'),
  sign: ({ body }, known, now) => {
    const timestamp = String(Math.floor(now / 1000));
    return { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': signatureOf(known, timestamp, body) };
  },
  accessTo: async (_recording, known, ask) => {
    const { account_id = '', client_id = '' } = known.settings;
    const pair = Buffer.from(`${client_id}:${requireSecret(known, 'client_secret')}`).toString('base64');
    const { access_token } = objectOf(
      await ask(TOKENS, {
        method: 'POST',
        headers: { authorization: `Basic ${pair}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: 'account_credentials', account_id }).toString(),
      }),
    );
    return { headers: { authorization: `Bearer ${textOf(access_token) ?? ''}` } };
  },
};
