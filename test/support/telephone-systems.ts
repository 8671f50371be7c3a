import { createHmac, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import type { SourceCreate } from '@pharos/contract/sources.ts';
import type { Network } from '../../server/sources/fetching/network.ts';

// For tests: telephone systems, which sign messages as their makers document it. None of it is the server's own code.

export type Sent = { body: string; headers: Record<string, string> };

/** A telephone system that tells of recordings. */
export type TelephoneSystem = {
  kind: SourceCreate['kind'];
  source: SourceCreate;
  /** A message that tells of a recording at an address, signed for this address of ours at this time. */
  tell(recording: { id: string; url: string }, ours: string, at?: number): Sent;
};

const json = { 'content-type': 'application/json' };
const seconds = (at: number) => String(Math.floor(at / 1000));

export const openWebhook = (): TelephoneSystem => {
  const key = randomBytes(24);
  return {
    kind: 'webhook',
    source: {
      name: 'Bridge',
      kind: 'webhook',
      settings: { hosts: ['media.example'] },
      secrets: { signing_secret: `whsec_${key.toString('base64')}` },
    },
    tell: ({ id, url }, _ours, at = Date.now()) => {
      const data = {
        recording_id: id,
        recording_url: url,
        from: '(212) 555-0123',
        to: '+12125550100',
        direction: 'incoming',
      };
      const more = {
        started_at: '2026-11-30T09:14:00-05:00',
        answered_by: 'Nora Ellery',
        source_call_id: `call ${id}`,
      };
      const body = JSON.stringify({ type: 'call.recorded', data: { ...data, ...more } });
      const [message_id, timestamp] = [randomUUID(), seconds(at)];
      const signature = createHmac('sha256', key).update(`${message_id}.${timestamp}.${body}`).digest('base64');
      const signed = { 'webhook-timestamp': timestamp, 'webhook-signature': `v1,AAAA v1,${signature}` };
      return { body, headers: { ...json, 'webhook-id': message_id, ...signed } };
    },
  };
};

export const openTwilio = (): TelephoneSystem => {
  const [account, token] = [`AC${randomBytes(16).toString('hex')}`, randomBytes(16).toString('hex')];
  return {
    kind: 'twilio',
    source: { name: 'Main line', kind: 'twilio', settings: { account_id: account }, secrets: { auth_token: token } },
    tell: ({ id, url }, ours) => {
      const form = {
        ...{ RecordingSid: id, RecordingUrl: url, RecordingStatus: 'completed', RecordingChannels: '2' },
        ...{ AccountSid: account, CallSid: `CA${id}`, RecordingDuration: '175', RecordingSource: 'DialVerb' },
        ...{ RecordingStartTime: 'Mon, 30 Nov 2026 14:14:00 +0000', ErrorCode: '0' },
      };
      const sorted = Object.entries(form).sort(([one], [other]) => (one < other ? -1 : 1));
      const signature = createHmac('sha1', token)
        .update(ours + sorted.flat().join(''))
        .digest('base64');
      const type = 'application/x-www-form-urlencoded; charset=UTF-8';
      return {
        body: String(new URLSearchParams(form)),
        headers: { 'content-type': type, 'x-twilio-signature': signature },
      };
    },
  };
};

export const openZoomPhone = (): TelephoneSystem & {
  challenge(): Sent & { encryptedToken: string; plainToken: string };
} => {
  const [token, account_id] = [randomBytes(16).toString('base64url'), randomUUID()];
  const signed = (body: string, at: number): Sent => {
    const timestamp = seconds(at);
    const signature = createHmac('sha256', token).update(`v0:${timestamp}:${body}`).digest('hex');
    return { body, headers: { ...json, 'x-zm-request-timestamp': timestamp, 'x-zm-signature': `v0=${signature}` } };
  };
  return {
    kind: 'zoom_phone',
    source: {
      name: 'Zoom',
      kind: 'zoom_phone',
      settings: { account_id, client_id: 'app' },
      secrets: { secret_token: token, client_secret: 'of the app' },
    },
    tell: ({ id, url }, _ours, at = Date.now()) => {
      const recording = {
        ...{
          id,
          call_id: `zoom ${id}`,
          caller_number: '+12125550123',
          caller_name: 'Anna Hollis',
          callee_number: '101',
        },
        ...{ callee_name: 'Nora Ellery', direction: 'inbound', date_time: '2026-11-30T14:14:00Z', duration: 175 },
        download_url: url,
      };
      const payload = { account_id, object: { recordings: [recording] } };
      return signed(JSON.stringify({ event: 'phone.recording_completed', event_ts: at, payload }), at);
    },
    challenge: () => {
      const plainToken = randomBytes(12).toString('base64url');
      const body = JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken } });
      const encryptedToken = createHmac('sha256', token).update(plainToken).digest('hex');
      return { ...signed(body, Date.now()), plainToken, encryptedToken };
    },
  };
};

export const openTelnyx = (): TelephoneSystem => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const public_key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
  return {
    kind: 'telnyx',
    source: { name: 'Telnyx', kind: 'telnyx', settings: { public_key } },
    tell: ({ id, url }, _ours, at = Date.now()) => {
      const payload = {
        ...{ recording_id: id, call_session_id: `telnyx ${id}`, channels: 'dual', recording_urls: { wav: url } },
        ...{ from: '+12125550123', to: '+12125550100', direction: 'incoming' },
        recording_started_at: '2026-11-30T14:14:00.000Z',
      };
      const body = JSON.stringify({ data: { id: randomUUID(), event_type: 'call.recording.saved', payload } });
      const timestamp = seconds(at);
      const signature = sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString('base64');
      return { body, headers: { ...json, 'telnyx-timestamp': timestamp, 'telnyx-signature-ed25519': signature } };
    },
  };
};

/** A network in which every name stands for a stand-in on loopback, which counts as public. */
export const standInNetwork = (base_url: string): Network => ({
  lookup: (() => assertUnasked()) as never,
  isPublic: (address) => address === '127.0.0.1',
  admits: ({ protocol }) => protocol === 'https:',
  locate: ({ pathname, search }) => new URL(pathname + search, base_url),
});

const assertUnasked = () => {
  throw new Error('stand-ins are asked by their address');
};
