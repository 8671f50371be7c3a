import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { mailServerMissing, startMailServer } from '../../../test/support/mail-server.ts';
import { beep } from '../../../test/support/requests.ts';
import { openTranscribing } from '../../../test/support/transcribing.ts';
import { takeEntry } from '../arrivals/take.ts';
import { INTERNET, type Network } from '../fetching/network.ts';
import { watchSources } from '../watching/watch-sources.ts';
import { factsOfMail } from './facts-of-mail.ts';

const missing = mailServerMissing();
const HOST = 'mail.evergreen.example';
const mail = missing ? null : await startMailServer(HOST);
after(() => mail?.stop());

const lookup = ((name: string, _options: object, callback: (error: null, found: object[]) => void) =>
  callback(null, [{ address: name === 'inside.example' ? '10.0.0.8' : '127.0.0.1', family: 4 }])) as never;
const network: Network = {
  ...INTERNET,
  ...{ lookup, isPublic: (address) => address === '127.0.0.1', ca: mail?.ca },
  locate: ({ hostname }) => new URL(`imaps://${hostname}:${mail?.port}`),
};
const pharos = await openTranscribing([], { network });
const home = await pharos.person('admin');
const { organization_uuid } = home.actor;
const { vault, recordings, queue, served: database } = pharos;
const starter = { queue, environment: [], providersOf: async () => [], hasRecording: async () => true };
const taking = {
  ...{ database, queue, recordings, vault, network, starter, active: new Map(), done() {} },
  log: pino({ enabled: false }),
};

/** One round of watching, by a server that knows nothing of the rounds before. */
const look = async () => {
  await pharos.database.rows(sql`update sources set next_look_at = null`);
  const watch = watchSources(taking);
  const round = { signal: AbortSignal.timeout(60_000), onError: assert.ifError };
  for (let rounds = 0; rounds < 3; rounds++) {
    await watch.organization?.(database.scopedTo({ organization_uuid }), organization_uuid, round);
    await watch.idle();
  }
  await queue.drain((entry, signal) => takeEntry({ ...taking, backoff_ms: () => 0 }, entry, signal));
};

const connect = async (settings: object = {}, secrets = { password: mail?.password ?? '' }) => {
  const username = `voicemail-${randomUUID()}@evergreen.example`;
  const since = '2026-01-01T00:00:00Z';
  const body = {
    name: 'Voicemail',
    kind: 'mailbox',
    settings: { host: HOST, username, since, ...settings },
    secrets,
  } as const;
  const { data: source } = await home.client.sources.create({ body });
  const [source_uuid, user] = [source.uuid, username.split('@')[0] as string];
  const log = async () => (await home.client.sources.arrivals({ source_uuid })).data.items;
  const states = async () => (await log()).map(({ state }) => state).sort();
  const read = async () => (await home.client.sources.get({ source_uuid })).data;
  const calls = async () =>
    Promise.all(
      (await log())
        .filter(({ state }) => state === 'taken')
        .map(async ({ call_uuid }) => (await home.client.calls.get({ call_uuid: call_uuid as string })).data),
    );
  return { source_uuid, user, log, states, read, calls };
};

type Written = { id?: string; subject?: string; headers?: string; text?: string; sounds?: Uint8Array[]; name?: string };

/** A voicemail as a telephone system mails it. */
const voicemail = ({
  id = randomUUID(),
  subject = 'New voicemail',
  headers = '',
  text = '',
  ...rest
}: Written = {}) => {
  const { sounds = [beep()], name = 'msg0005.wav' } = rest;
  const parts = sounds.map(
    (bytes) => `--b
Content-Type: audio/x-wav; name="${name}"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="${name}"

${Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n')}
`,
  );
  return `From: PBX <pbx@evergreen.example>
To: office@evergreen.example
Subject: ${subject}
Date: Mon, 30 Nov 2026 09:14:00 -0500
Message-ID: <${id}@pbx>
${headers}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

${text}

${parts.join('')}--b--
`;
};

const skip = { skip: missing };

test(
  'a voicemail in a mailbox becomes a call once, with its time and number, and the mail stays as it was',
  skip,
  async () => {
    const { user, states, calls, read } = await connect();
    await mail?.deliver(user, voicemail({ headers: 'X-Asterisk-CallerID: 2125550123\n' }));
    await mail?.deliver(user, voicemail({ sounds: [] }));
    await look();
    await look();
    assert.deepEqual(await states(), ['ignored', 'taken']);
    const [call] = await calls();
    assert.deepEqual(
      [call?.from, call?.from_e164, call?.direction, call?.started_at, call?.file_name],
      ['2125550123', '+12125550123', 'incoming', '2026-11-30T14:14:00.000000Z', 'msg0005.wav'],
    );
    const { data } = await home.client.recordings.info({ call_uuid: call?.uuid as string });
    assert.equal(data.content_type, 'audio/wav');
    const source = await read();
    assert.deepEqual([source.look_reason, source.address, source.secrets], [null, null, ['password']]);
    assert.ok(source.looked_at);
    const kept = (await mail?.list(user)) ?? [];
    assert.equal(kept.length, 2);
    assert.ok(
      kept.every((name) => !/:2,.*[ST]/.test(name)),
      'nothing is marked as read or deleted',
    );
  },
);

test(
  'a mailbox that numbers its messages again, and a mail that is delivered twice, bring no call twice',
  skip,
  async () => {
    const { user, states, calls } = await connect();
    const sounds = [beep()];
    const id = randomUUID();
    for (const again of [1, 2]) await mail?.deliver(user, voicemail({ id, sounds, text: `Delivered ${again}` }));
    await mail?.deliver(user, voicemail({ sounds: [beep(), beep()] }));
    await look();
    assert.equal((await calls()).length, 3);
    await mail?.renumber(user);
    await look();
    assert.equal((await calls()).length, 3);
    assert.deepEqual(new Set(await states()), new Set(['duplicate', 'taken']));
  },
);

test(
  'a mail is deleted only where the source says so, and only once all of its recordings are taken',
  skip,
  async () => {
    const { user, states } = await connect({ remove_taken: true });
    await mail?.deliver(user, voicemail({ sounds: [beep(), beep()] }));
    await mail?.deliver(user, voicemail({ sounds: [beep(), Buffer.from('no sound at all')] }));
    await look();
    assert.deepEqual(await states(), ['failed', 'taken', 'taken', 'taken']);
    assert.equal((await mail?.list(user))?.length, 1);
  },
);

test('mails of before are left alone unless the source says since when', skip, async () => {
  const { user, calls } = await connect({ since: '2026-11-30T00:00:00Z' });
  await mail?.deliver(user, voicemail(), new Date('2026-11-29T23:59:00Z'));
  await mail?.deliver(user, voicemail(), new Date('2026-11-30T00:01:00Z'));
  await look();
  assert.equal((await calls()).length, 1);
});

test(
  'a wrong password, a mailbox that is not there and a host inside the network are told, by a test and by a look',
  skip,
  async () => {
    const troubled = [
      [await connect({}, { password: 'wrong' }), 'fetch_forbidden'],
      [await connect({ mailbox: 'Nowhere' }), 'fetch_missing'],
      [await connect({ host: 'inside.example' }), 'address_not_allowed'],
      [await connect({ host: 'other.example' }), 'unreachable'],
      [await connect(), null],
    ] as const;
    await look();
    await look();
    for (const [{ source_uuid, read, states }, reason] of troubled) {
      assert.equal((await read()).look_reason, reason);
      assert.deepEqual(await states(), []);
      assert.equal((await home.client.sources.test({ source_uuid })).data.reason, reason);
    }
  },
);

test('a mailbox needs a host and a name', async () => {
  for (const settings of [
    {},
    { host: HOST },
    { username: 'a' },
    { host: 'localhost', username: 'a' },
    { host: '10.0.0.8/x' },
  ])
    await assert.rejects(home.client.sources.create({ body: { name: 'Mail', kind: 'mailbox', settings } }), {
      status_code: 400,
    });
});

const facts: [name: string, mail: Parameters<typeof factsOfMail>[0], from: string | undefined][] = [
  ["Asterisk's header", { subject: 'Message 5 in 101', headers: 'X-Asterisk-CallerID: 2125550123\r\n' }, '2125550123'],
  ['a withheld number', { headers: 'X-Asterisk-CallerID: anonymous\r\n' }, undefined],
  ['the only number of a subject', { subject: 'Voice message from (212) 555-0123' }, '+12125550123'],
  ['a number given twice', { subject: '2125550123 left a message: (212) 555-0123' }, '+12125550123'],
  ['two numbers', { subject: '(212) 555-0123 to (212) 555-0100' }, undefined],
  ['a line of the text', { text: 'Hello,\nFrom: "HOLLIS" <2125550123>\nCall us at 212-555-0100' }, '+12125550123'],
  ['a footer alone', { text: 'Support: 1-800-555-0199' }, undefined],
  ['a Spanish text', { text: 'Nuevo mensaje de: 212-555-0123' }, '+12125550123'],
  ['a year and a length', { subject: 'Voicemail 30 Nov 2026 09:14 (0:20)' }, undefined],
];
for (const [name, given, from] of facts)
  test(`${name} in a voicemail's mail says ${from ?? 'no number'}`, () => {
    assert.equal(factsOfMail(given).from, from);
  });
