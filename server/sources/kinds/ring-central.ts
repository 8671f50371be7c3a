import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import {
  type AskJson,
  type FetchedKind,
  type Known,
  listOf,
  objectOf,
  requireSecret,
  type ToldRecording,
  textOf,
  timeFrom,
} from './kind.ts';

const API = 'https://platform.ringcentral.com';
const PAGE = '250';

const DIRECTIONS = { Inbound: 'incoming', Outbound: 'outgoing' } as const;

type Token = { token: string; expires_at: number };

/** Tokens that are good for a while: RingCentral gives out five a minute. */
const tokens = new LRUCache<string, Token>({ max: 1_000 });
/** Milliseconds by which a token is renewed too soon rather than too late. */
const EARLY_MS = 60_000;

const tokenOf = async (known: Known, ask: AskJson): Promise<string> => {
  const { client_id = '' } = known.settings;
  const [secret, assertion] = [requireSecret(known, 'client_secret'), requireSecret(known, 'jwt')];
  const key = createHash('sha256')
    .update(JSON.stringify([client_id, secret, assertion]))
    .digest('base64');
  const there = tokens.get(key);
  if (there && there.expires_at > Date.now()) return there.token;
  const answer = objectOf(
    await ask(`${API}/restapi/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${client_id}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString(),
    }),
  );
  const token = textOf(answer.access_token) ?? '';
  const seconds = typeof answer.expires_in === 'number' ? answer.expires_in : 0;
  tokens.set(key, { token, expires_at: Date.now() + seconds * 1000 - EARLY_MS });
  return token;
};

const bearer = async (known: Known, ask: AskJson) => ({ authorization: `Bearer ${await tokenOf(known, ask)}` });

/** The number of one end of a call, or its extension. */
const numberOf = (end: unknown): string | undefined =>
  textOf(objectOf(end).phoneNumber) ?? textOf(objectOf(end).extensionNumber);

const recordingOf = (given: unknown): ToldRecording[] => {
  const call = objectOf(given);
  const recording = objectOf(call.recording);
  const [recording_id, url] = [textOf(recording.id), textOf(recording.contentUri)];
  if (!recording_id || !url) return [];
  const direction = DIRECTIONS[textOf(call.direction) as keyof typeof DIRECTIONS];
  const ours = direction === 'outgoing' ? call.from : call.to;
  const facts = {
    ...{ started_at: timeFrom(call.startTime), direction, from: numberOf(call.from), to: numberOf(call.to) },
    answered_by: textOf(objectOf(ours).name) ?? textOf(objectOf(ours).extensionNumber),
    source_call_id: textOf(call.telephonySessionId) ?? textOf(call.sessionId) ?? textOf(call.id),
  };
  return [{ recording_id, url, facts }];
};

/** RingCentral, which tells of no recording that is ready: its call log is asked. */
export const ringCentral: FetchedKind = {
  hosts: ['.ringcentral.com'],
  accessTo: async (_recording, known, ask) => ({ headers: await bearer(known, ask) }),
  pull: async (known, ask, { since, until, next = '1' }) => {
    const query = new URLSearchParams({
      ...{ dateFrom: since, dateTo: until, type: 'Voice', recordingType: 'All', view: 'Simple' },
      ...{ perPage: PAGE, page: next },
    });
    const headers = await bearer(known, ask);
    const answer = objectOf(await ask(`${API}/restapi/v1.0/account/~/call-log?${query}`, { headers }));
    const has_more = textOf(objectOf(objectOf(answer.navigation).nextPage).uri) !== undefined;
    return {
      recordings: listOf(answer.records).flatMap(recordingOf),
      ...(has_more && { next: String(Number(next) + 1) }),
    };
  },
};
