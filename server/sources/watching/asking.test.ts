import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { beep } from '../../../test/support/requests.ts';
import { openStandIn, type Said } from '../../../test/support/stand-in.ts';
import { openTwilio, standInNetwork } from '../../../test/support/telephone-systems.ts';
import { openTranscribing } from '../../../test/support/transcribing.ts';
import { takeEntry } from '../arrivals/take.ts';
import { watchSources } from './watch-sources.ts';

const PER_PAGE = 3;

/** A RingCentral and a Twilio that answer as theirs are documented to, a few recordings a page. */
const records: { id: string; at: string }[] = [];
let trouble: Said | null = null;
let tokens = 0;
const sound = Buffer.from(beep());
const outside = await openStandIn(({ url, headers, body }): Said => {
  if (trouble) return trouble;
  if (url.pathname === '/restapi/oauth/token') {
    tokens += 1;
    const isKnown = new URLSearchParams(body.toString()).get('assertion') === 'right';
    return isKnown
      ? { body: { access_token: 'for an hour', expires_in: 3600, token_type: 'bearer' } }
      : { status: 401 };
  }
  if (url.pathname.startsWith('/restapi/') && headers.authorization !== 'Bearer for an hour') return { status: 401 };
  if (url.pathname.endsWith('/content')) return { headers: { 'content-type': 'audio/wav' }, body: sound };
  if (url.pathname.endsWith('/call-log')) return { body: callLog(url) };
  if (!headers.authorization?.startsWith('Basic ')) return { status: 401 };
  if (url.pathname.endsWith('/Recordings.json')) return { body: recordingList(url) };
  if (url.pathname.includes('/Calls/'))
    return { body: { from: '+12125550123', to: '+12125550100', direction: 'inbound' } };
  return url.pathname.endsWith('.wav') ? { body: sound } : { status: 404 };
});

const pageOf = (url: URL, name: string) => {
  const page = Number(url.searchParams.get(name) ?? '1');
  const shown = records.toReversed();
  return { page, items: shown.slice((page - 1) * PER_PAGE, page * PER_PAGE), has_more: shown.length > page * PER_PAGE };
};

const callLog = (url: URL) => {
  const [from, to] = ['dateFrom', 'dateTo'].map((name) => url.searchParams.get(name) ?? '');
  const { page, items, has_more } = pageOf(url, 'page');
  const records = items
    .filter(({ at }) => at >= (from as string) && at <= (to as string))
    .map(({ id, at }) => ({
      ...{
        id: `log ${id}`,
        sessionId: '80',
        telephonySessionId: `s-${id}`,
        startTime: at,
        duration: 61,
        type: 'Voice',
      },
      ...{ direction: 'Inbound', action: 'Phone Call', result: 'Accepted', from: { phoneNumber: '+12125550123' } },
      to: { phoneNumber: '+12125550100', extensionNumber: '101', name: 'Nora Ellery' },
      recording: {
        id,
        type: 'Automatic',
        contentUri: `https://media.ringcentral.com/restapi/v1.0/recording/${id}/content`,
      },
    }));
  const navigation = { ...(has_more && { nextPage: { uri: `https://platform.ringcentral.com/?page=${page + 1}` } }) };
  return {
    records: [...records, { id: 'log without', type: 'Voice' }],
    paging: { page, perPage: PER_PAGE },
    navigation,
  };
};

const recordingList = (url: URL) => {
  const { page, items, has_more } = pageOf(url, 'Page');
  const account = url.pathname.split('/')[3];
  const recordings = items.map(({ id, at }) => ({
    ...{ sid: id, account_sid: account, call_sid: `CA${id}`, channels: 1, status: 'completed', duration: '61' },
    ...{ date_created: new Date(at).toUTCString().replace('GMT', '+0000'), source: 'DialVerb' },
    uri: `/2010-04-01/Accounts/${account}/Recordings/${id}.json`,
  }));
  return { recordings, page, next_page_uri: has_more ? `${url.pathname}?Page=${page + 1}` : null };
};

const network = standInNetwork(outside.base_url);
const pharos = await openTranscribing([], { network, public_url: 'https://calls.example' });
const home = await pharos.person('admin');
const { organization_uuid } = home.actor;
const { vault, recordings, queue, served: database } = pharos;
const starter = { queue, environment: [], providersOf: async () => [], hasRecording: async () => true };
const log = pino({ enabled: false });
const taking = { database, queue, recordings, vault, network, starter, active: new Map(), log, done() {} };

/** Rounds of watching, by a server that knows nothing of the rounds before, until nothing more is found. */
const look = async (rounds = 5) => {
  await pharos.database.rows(sql`update sources set next_look_at = null`);
  const watch = watchSources(taking);
  const round = { signal: AbortSignal.timeout(60_000), onError: assert.ifError };
  for (let number = 0; number < rounds; number++) {
    await watch.organization?.(database.scopedTo({ organization_uuid }), organization_uuid, round);
    await watch.idle();
  }
  await queue.drain((entry, signal) => takeEntry({ ...taking, backoff_ms: () => 0 }, entry, signal));
};

const read = (source_uuid: string) => ({
  source: async () => (await home.client.sources.get({ source_uuid })).data,
  log: async () => (await home.client.sources.arrivals({ source_uuid, limit: 200 })).data.items,
});

const connect = async (jwt = 'right') => {
  const settings = { client_id: 'app', since: '2026-11-01T00:00:00Z' };
  const secrets = { client_secret: randomUUID(), jwt };
  const { data } = await home.client.sources.create({ body: { name: 'RC', kind: 'ring_central', settings, secrets } });
  return { source_uuid: data.uuid, address: data.address, ...read(data.uuid) };
};

/** Recordings of as many minutes. */
const record = (count: number, at = Date.parse('2026-11-30T14:14:00Z')) => {
  for (let number = 0; number < count; number++)
    records.push({ id: `RE${randomUUID()}`, at: new Date(at + number * 60_000).toISOString() });
};

test('a call log of several pages is taken whole and once, and goes on where it ended', async () => {
  records.length = 0;
  record(7);
  const { source, log, address, source_uuid } = await connect();
  assert.equal(address, null);
  tokens = 0;
  await look();
  const taken = await log();
  assert.deepEqual(
    taken.map(({ state, recording_id }) => [state, recording_id]).sort(),
    records.map(({ id }) => ['taken', id]).sort(),
  );
  assert.equal(tokens, 1, 'a token is asked for once, not for each recording');
  const { data: call } = await home.client.calls.get({ call_uuid: taken[0]?.call_uuid as string });
  assert.deepEqual(
    [call.from, call.to, call.direction, call.answered_by, call.source_call_id],
    ['+12125550123', '+12125550100', 'incoming', 'Nora Ellery', `s-${taken[0]?.recording_id}`],
  );
  assert.equal((await source()).look_reason, null);
  // One of before the last look, which only became ready since, and one of now.
  record(1, Date.now() - 3_600_000);
  record(1, Date.now() - 1_000);
  await look();
  await look();
  assert.deepEqual(new Set((await log()).map(({ state }) => state)), new Set(['taken']));
  assert.equal((await log()).length, 9, 'what was seen before is no entry of the log');
  assert.equal((await home.client.sources.test({ source_uuid })).data.reason, null);
});

test('a telephone system that is busy is asked again when it says so, and a wrong credential is told', async () => {
  records.length = 0;
  record(1);
  const busy = await connect();
  trouble = { status: 429, headers: { 'retry-after': '1200' } };
  await look(1);
  assert.equal((await busy.source()).look_reason, 'fetch_failed');
  const [row] = await pharos.database.rows<{ seconds: number }>(sql`
    select extract(epoch from next_look_at - looked_at)::float8 as seconds from sources where uuid = ${busy.source_uuid}`);
  assert.equal(Math.round(row?.seconds ?? 0), 1200);
  trouble = null;
  await look();
  assert.equal((await busy.log()).length, 1);
  const wrong = await connect('wrong');
  await look();
  assert.equal((await wrong.source()).look_reason, 'fetch_forbidden');
  assert.equal((await home.client.sources.test({ source_uuid: wrong.source_uuid })).data.reason, 'fetch_forbidden');
});

test('what Twilio tells of and what its list has is one call, and what was missed comes by the list', async () => {
  records.length = 0;
  record(5);
  const system = openTwilio();
  const settings = { ...system.source.settings, since: '2026-11-30T14:15:00Z' };
  const { data } = await home.client.sources.create({ body: { ...system.source, settings } });
  const { log } = read(data.uuid);
  const told = records[2]?.id as string;
  const account = system.source.settings?.account_id;
  const url = `https://api.twilio.com/2010-04-01/Accounts/${account}/Recordings/${told}`;
  const address = data.address as string;
  const { headers, body } = system.tell({ id: told, url }, address);
  const send = () => fetch(pharos.baseUrl + new URL(address).pathname, { method: 'POST', headers, body });
  assert.equal((await send()).status, 200);
  await look();
  assert.equal((await send()).status, 200);
  await look();
  const states = (await log()).map(({ state, recording_id }) => [state, recording_id]);
  assert.deepEqual(
    states.filter(([state]) => state === 'duplicate'),
    [['duplicate', told]],
  );
  assert.deepEqual(
    states
      .filter(([state]) => state === 'taken')
      .map(([, id]) => id)
      .sort(),
    records
      .slice(1)
      .map(({ id }) => id)
      .sort(),
    'nothing of before the time that the source names',
  );
});
