import assert from 'node:assert/strict';
import { cp, mkdir, readdir, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pino } from 'pino';
import { beep } from '../../../test/support/requests.ts';
import { openTranscribing, scratch } from '../../../test/support/transcribing.ts';
import { takeEntry } from '../arrivals/take.ts';
import { INTERNET } from '../fetching/network.ts';
import { watchSources } from '../watching/watch-sources.ts';
import { factsOfName } from './names.ts';

const pharos = await openTranscribing([]);
const home = await pharos.person('operator');
const { vault, recordings, queue, served: database } = pharos;
const starter = { queue, environment: [], providersOf: async () => [], hasRecording: async () => true };
const log = pino({ enabled: false });
const taking = { database, queue, recordings, vault, network: INTERNET, starter, active: new Map(), log, done() {} };
const { organization_uuid } = home.actor;

/** Rounds of watching in which each source has its turn, by a server that knows nothing of the rounds before. */
const look = async () => {
  const round = { signal: AbortSignal.timeout(60_000), onError: assert.ifError };
  const watch = watchSources(taking);
  for (let rounds = 0; rounds < 3; rounds++) {
    await watch.organization?.(database.scopedTo({ organization_uuid }), organization_uuid, round);
    await watch.idle();
  }
  await queue.drain((entry, signal) => takeEntry({ ...taking, backoff_ms: () => 0 }, entry, signal));
};

/** A minute ago: long enough to be left alone, and not too long to be written on. */
const write = async (path: string, bytes: Uint8Array = beep(), age_ms = 60_000) => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  const at = new Date(Date.now() - age_ms);
  await utimes(path, at, at);
};

const connect = async (more: object = {}) => {
  const folder = await scratch();
  const settings = { folder, preset: 'freepbx' as const, since: '2020-01-01T00:00:00Z', ...more };
  const { data: source } = await home.client.sources.create({ body: { name: 'PBX', kind: 'folder', settings } });
  const states = async () =>
    (await home.client.sources.arrivals({ source_uuid: source.uuid })).data.items.map(({ state, reason }) => [
      state,
      reason,
    ]);
  const calls = async () => {
    const { items } = (await home.client.sources.arrivals({ source_uuid: source.uuid, state: 'taken' })).data;
    return Promise.all(
      items.map(async ({ call_uuid }) => (await home.client.calls.get({ call_uuid: call_uuid as string })).data),
    );
  };
  return { folder, source, states, calls };
};

const NAME = 'external-101-2125550123-20261130-091400-1796048040.42.wav';

test('a file becomes a call once, with what its name says, however often and under whatever name it is there', async () => {
  const { folder, states, calls } = await connect();
  const path = join(folder, '2026/11/30', NAME);
  await write(path);
  await look();
  await look();
  const [call] = await calls();
  assert.deepEqual(
    [call?.direction, call?.from, call?.from_e164, call?.to, call?.source_call_id, call?.file_name],
    ['incoming', '2125550123', '+12125550123', '101', '1796048040.42', NAME],
  );
  assert.equal(call?.started_at, '2026-11-30T14:14:00.000000Z');
  await cp(path, join(folder, 'copy.wav'), { preserveTimestamps: true });
  await rename(path, join(folder, 'moved.wav'));
  await look();
  assert.deepEqual(await states(), [
    ['duplicate', null],
    ['duplicate', null],
    ['taken', null],
  ]);
  assert.equal((await calls()).length, 1);
  assert.equal((await readdir(folder)).length, 3, 'nothing is deleted unless the source says so');
});

test('a file that is still being written is waited for', async () => {
  const { folder, states, calls } = await connect();
  const whole = Buffer.from(beep());
  const open = Buffer.from(whole);
  open.writeUInt32LE(0, open.indexOf('data') + 4);
  await write(join(folder, 'header-says-0.wav'), open);
  await write(join(folder, 'half.wav'), whole.subarray(0, whole.length - 100));
  await write(join(folder, 'young.wav'), beep(), 1_000);
  await write(join(folder, 'on-its-way.wav.part'));
  await write(join(folder, '.hidden.wav'));
  await look();
  assert.deepEqual(await states(), []);
  await write(join(folder, 'half.wav'), whole);
  await look();
  assert.deepEqual(
    (await calls()).map(({ file_name }) => file_name),
    ['half.wav'],
  );
});

test('what cannot be read is set aside with its reason, and links and other files are passed over', async () => {
  const { folder, states } = await connect();
  await write(join(folder, 'words.mp3'), Buffer.from('no sound at all, only words'));
  await write(join(folder, 'notes.txt'), Buffer.from('notes'));
  const elsewhere = await scratch();
  await write(join(elsewhere, 'secret.wav'));
  await symlink(join(elsewhere, 'secret.wav'), join(folder, 'linked.wav'));
  await symlink(elsewhere, join(folder, 'linked'));
  await look();
  await look();
  assert.deepEqual(await states(), [['failed', 'not_a_recording']]);
});

test('what was there before the source is left alone unless it says since when, and a taken file goes if it says so', async () => {
  const before = await connect({ since: undefined });
  await write(join(before.folder, NAME), beep(), 3_600_000);
  const removing = await connect({ remove_taken: true });
  await write(join(removing.folder, NAME));
  await write(join(removing.folder, 'broken.wav'), Buffer.from('RIFF, and so on'));
  await look();
  assert.deepEqual(await before.states(), []);
  assert.deepEqual(await readdir(removing.folder), ['broken.wav']);
  assert.deepEqual(await readdir(before.folder), [NAME]);
});

test('a folder that is not there says so, and disturbs no other', async () => {
  const missing = await connect({ folder: '/nowhere/at/all' });
  const { folder, source, calls } = await connect();
  await write(join(folder, NAME));
  await look();
  assert.equal((await calls()).length, 1);
  const reasonOf = async ({ uuid }: { uuid: string }) =>
    (await home.client.sources.get({ source_uuid: uuid })).data.look_reason;
  assert.deepEqual([await reasonOf(missing.source), await reasonOf(source)], ['file_unreadable', null]);
});

const names: [preset: 'freepbx' | 'issabel' | '3cx' | 'any', name: string, facts: object][] = [
  [
    'freepbx',
    'out-+12125550123-101-20260704-235900-1783223940.7.wav',
    {
      direction: 'outgoing',
      to: '+12125550123',
      from: '101',
      started_at: '2026-07-05T03:59:00.000Z',
      source_call_id: '1783223940.7',
    },
  ],
  [
    'issabel',
    'q-600-anonymous-20261130-091400-5.1.wav',
    {
      direction: 'incoming',
      to: '600',
      from: undefined,
      started_at: '2026-11-30T14:14:00.000Z',
      source_call_id: '5.1',
    },
  ],
  [
    'freepbx',
    'internal-102-101-20261101-013000-5.1.wav',
    { direction: 'internal', to: '102', from: '101', started_at: '2026-11-01T05:30:00.000Z', source_call_id: '5.1' },
  ],
  [
    'freepbx',
    'external-101-5550123-20260308-023000-5.1.wav',
    { direction: 'incoming', to: '101', from: '5550123', started_at: undefined, source_call_id: '5.1' },
  ],
  [
    '3cx',
    '[Nora Ellery]_101-2125550123_20261130091400(1234).wav',
    {
      direction: 'outgoing',
      from: '101',
      to: '2125550123',
      answered_by: 'Nora Ellery',
      started_at: '2026-11-30T14:14:00.000Z',
      source_call_id: '1234',
    },
  ],
  ['3cx', 'Voice memo 12.wav', {}],
  ['freepbx', 'First call.wav', {}],
  ['any', NAME, {}],
];

for (const [preset, name, facts] of names) {
  test(`${preset} reads ${name}`, () => {
    assert.deepEqual(factsOfName(`/calls/${name}`, preset, 'America/New_York'), facts);
  });
}
