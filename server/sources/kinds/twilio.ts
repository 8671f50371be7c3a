import { createHash, createHmac } from 'node:crypto';
import { isEqual } from './equal.ts';
import {
  jsonOf,
  type Known,
  listOf,
  type Message,
  type MessageKind,
  MessageRefused,
  objectOf,
  requireHeader,
  requireSecret,
  type ToldFacts,
  type ToldRecording,
  textOf,
  timeFrom,
} from './kind.ts';

const API = 'https://api.twilio.com';

/** Parameters of a form, sorted by name, each name and value joined without anything between. */
const joined = (body: Buffer): string =>
  [...new URLSearchParams(body.toString('utf8'))]
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([name, value]) => name + value)
    .join('');

/** The address as Twilio may have signed it: with the port of its scheme, or without. */
const addressesOf = (url: string): string[] => {
  const { protocol, host, hostname, port, pathname, search } = new URL(url);
  const standard = protocol === 'https:' ? '443' : '80';
  const others = port === '' ? [`${hostname}:${standard}`] : [hostname];
  return [host, ...others].map((one) => `${protocol}//${one}${pathname}${search}`);
};

const signatureOf = (url: string, body: string, known: Known): Buffer =>
  createHmac('sha1', requireSecret(known, 'auth_token'))
    .update(url + body, 'utf8')
    .digest();

const isForm = ({ headers }: Pick<Message, 'headers'>) =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

const credentials = ({ settings, secrets }: Known) => ({
  authorization: `Basic ${Buffer.from(`${settings.account_id ?? ''}:${secrets.auth_token ?? ''}`).toString('base64')}`,
});

const DIRECTIONS: Record<string, ToldFacts['direction']> = {
  inbound: 'incoming',
  'outbound-api': 'outgoing',
  'outbound-dial': 'outgoing',
};

/** A recording of Twilio's list, with the id that a callback gives it, too. */
const listed = (given: unknown): ToldRecording[] => {
  const one = objectOf(given);
  const [sid, call_sid, uri] = [textOf(one.sid), textOf(one.call_sid), textOf(one.uri)];
  if (!sid || !call_sid || !uri || one.status !== 'completed') return [];
  const facts = { started_at: timeFrom(one.start_time ?? one.date_created), source_call_id: call_sid };
  return [{ recording_id: sid, url: mediaOf(API + uri.replace(/\.json$/, ''), one.channels), facts }];
};

/** Address of a recording's sound. Without the query, one of two channels is handed over as one. */
const mediaOf = (url: string, channels: unknown): string =>
  `${url}.wav${String(channels) === '2' ? '?RequestedChannels=2' : ''}`;

/** Twilio's recording status callback, and its list of recordings. */
export const twilio: MessageKind = {
  hosts: ['.twilio.com'],
  // It has no time: a message that is sent again tells of a recording that is here already.
  verify: (message, known) => {
    const given = Buffer.from(requireHeader(message, 'x-twilio-signature'), 'base64');
    const { searchParams } = new URL(message.url);
    const digest = searchParams.get('bodySHA256');
    if (digest !== null) {
      const right = createHash('sha256').update(message.body).digest('hex');
      if (!isEqual(Buffer.from(digest.toLowerCase()), Buffer.from(right)))
        throw new MessageRefused('signature_mismatch');
    } else if (!isForm(message)) throw new MessageRefused('body_malformed');
    const body = digest === null ? joined(message.body) : '';
    const isSigned = addressesOf(message.url).map((url) => isEqual(given, signatureOf(url, body, known)));
    if (!isSigned.includes(true)) throw new MessageRefused('signature_mismatch');
  },
  read: (message, { settings }) => {
    const form = isForm(message)
      ? Object.fromEntries(new URLSearchParams(message.body.toString('utf8')))
      : (jsonOf(message) as Record<string, string>);
    const [CallSid, RecordingSid, RecordingUrl] = ['CallSid', 'RecordingSid', 'RecordingUrl'].map((name) =>
      textOf(form[name]),
    );
    const { AccountSid, RecordingStatus, RecordingStartTime, RecordingChannels } = form;
    if (settings.account_id && AccountSid !== settings.account_id) throw new MessageRefused('other_account');
    if (!RecordingSid || (RecordingStatus && RecordingStatus !== 'completed')) return { ignored: 'no_recording' };
    if (!RecordingUrl || !CallSid) throw new MessageRefused('body_malformed');
    const facts = { started_at: timeFrom(RecordingStartTime), source_call_id: CallSid };
    const url = mediaOf(RecordingUrl, RecordingChannels);
    return { recordings: [{ recording_id: RecordingSid, url, facts }] };
  },
  sample: Buffer.from('PharosTest=1'),
  sign: ({ body, url }, known) => ({
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signatureOf(url, joined(body), known).toString('base64'),
  }),
  pull: async (known, ask, { since, next }) => {
    const { account_id = '' } = known.settings;
    const query = new URLSearchParams({ 'DateCreated>': since.slice(0, 10), PageSize: '200' });
    const first = `/2010-04-01/Accounts/${encodeURIComponent(account_id)}/Recordings.json?${query}`;
    const answer = objectOf(await ask(API + (next ?? first), { headers: credentials(known) }));
    const behind = textOf(answer.next_page_uri);
    // Twilio filters by day.
    const recordings = listOf(answer.recordings)
      .flatMap(listed)
      .filter(({ facts }) => (facts.started_at ?? since) >= since);
    return { recordings, ...(behind && { next: behind }) };
  },
  accessTo: async (_recording, known) => ({ headers: credentials(known) }),
  ask: async ({ facts }, known, ask) => {
    const { account_id = '' } = known.settings;
    const path = `/2010-04-01/Accounts/${encodeURIComponent(account_id)}/Calls/${encodeURIComponent(facts.source_call_id ?? '')}.json`;
    const call = objectOf(await ask(API + path, { headers: credentials(known) }));
    return {
      from: textOf(call.from),
      to: textOf(call.to),
      direction: DIRECTIONS[textOf(call.direction) ?? ''],
      started_at: timeFrom(call.start_time) ?? facts.started_at,
    };
  },
};
