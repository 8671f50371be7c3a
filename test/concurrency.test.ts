import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { PharosError } from '../client/error.ts';
import { openCall, openPharos } from './support/pharos.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { calls } = home.client;

const status = (request: Promise<unknown>): Promise<number> =>
  request.then(
    () => 200,
    (error) => {
      if (error instanceof PharosError) return error.status_code;
      throw error;
    },
  );
/** `FULL=1` runs the long ones at their full size. */
const [TURNS, PAIRS] = process.env.FULL ? [200, 500] : [10, 100];

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('of two PUTs of different fields at once both stay, 200 times', async () => {
  const { call_uuid } = await openCall(home);
  for (const duration of numbers(200)) {
    const file_name = `recording ${duration}`;
    await Promise.all([
      calls.update({ call_uuid, body: { duration } }),
      calls.update({ call_uuid, body: { file_name } }),
    ]);
    const { data } = await calls.get({ call_uuid });
    assert.deepEqual([data.duration, data.file_name], [duration, file_name]);
  }
});

test(`${2 * PAIRS} PUTs of different calls and fields, all at once: none is lost`, async () => {
  const opened = await Promise.all(numbers(20).map(() => openCall(home)));
  const wanted = new Set<string>();
  await Promise.all(
    numbers(PAIRS).flatMap((number) => {
      const { call_uuid } = opened[number % opened.length] as (typeof opened)[number];
      const label = `voice ${number}`;
      return [
        calls.patch({ call_uuid, body: { speaker_labels: { [label]: label } } }),
        calls.patch({ call_uuid, body: { provider_metadata: { [label]: number } } }),
      ].map((put) => put.then(() => wanted.add(`${call_uuid} ${label}`)));
    }),
  );
  let kept = 0;
  for (const { call_uuid } of opened) {
    const { data } = await calls.get({ call_uuid });
    assert.equal(Object.keys(data.speaker_labels).length, Object.keys(data.provider_metadata ?? {}).length);
    for (const label of Object.keys(data.speaker_labels)) assert.ok(wanted.delete(`${call_uuid} ${label}`), label);
    kept += Object.keys(data.speaker_labels).length;
  }
  assert.deepEqual([kept, wanted.size], [PAIRS, 0]);
});

test('of two PUTs of one field at once one whole value wins, and both are versions', async () => {
  const { call_uuid } = await openCall(home);
  for (const round of numbers(50)) {
    const labels = ['left', 'right'].map((side) => ({ [`${side} ${round}`]: side, side, round }));
    await Promise.all(labels.map((speaker_labels) => calls.update({ call_uuid, body: { speaker_labels } })));
    const { data } = await calls.get({ call_uuid });
    assert.ok(labels.some((one) => JSON.stringify(one) === JSON.stringify(data.speaker_labels)));
    const versions = await pharos.database.rows<{ side: string }>(sql`
      select speaker_labels ->> 'side' as side from call_versions
      where call_uuid = ${call_uuid} and speaker_labels ->> 'round' = ${String(round)} order by side`);
    assert.deepEqual(
      versions.map(({ side }) => side),
      ['left', 'right'],
    );
  }
});

test('a PUT that races a DELETE never brings the call back', async () => {
  for (const duration of numbers(50)) {
    const { call_uuid } = await openCall(home);
    const [put, removed] = await Promise.all([
      status(calls.update({ call_uuid, body: { duration } })),
      status(calls.remove({ call_uuid })),
    ]);
    assert.equal(removed, 200);
    assert.ok(put === 200 || put === 404, String(put));
    assert.equal(await status(calls.get({ call_uuid })), 404);
    assert.equal(await status(calls.update({ call_uuid, body: { duration: 0 } })), 404);
  }
});

test(`50 clients that each add one ${TURNS} times with If-Match never overwrite one another`, async () => {
  const { call_uuid } = await openCall(home);
  await calls.update({ call_uuid, body: { duration: 0 } });
  const add = async (client: number, turn: number) => {
    const { data, etag } = await calls.get({ call_uuid });
    // Told apart by its name: an equal PUT is no change and would be a 200 too.
    const body = { duration: (data.duration ?? 0) + 1, file_name: `client ${client}, turn ${turn}` };
    return status(calls.update({ call_uuid, body, if_match: etag ?? '' }));
  };
  const answers = await Promise.all(
    numbers(50).map(async (client) => {
      const statuses: number[] = [];
      for (const turn of numbers(TURNS)) statuses.push(await add(client, turn));
      return statuses;
    }),
  );
  const done = answers.flat().filter((answer) => answer === 200).length;
  const refused = answers.flat().filter((answer) => answer === 412).length;
  const { data } = await calls.get({ call_uuid });
  assert.equal(data.duration, done);
  assert.equal(done + refused, 50 * TURNS);
  assert.ok(done >= TURNS && refused > 0, `${done} done, ${refused} refused`);
});

test('a stale If-Match is refused with the current ETag, unless the call already is as the PUT says', async () => {
  const { call_uuid, etag: stale } = await openCall(home);
  const { etag, data } = await calls.update({ call_uuid, body: { duration: 5 } });
  const if_match = stale ?? '';
  await assert.rejects(calls.update({ call_uuid, body: { duration: 6 }, if_match }), (error: PharosError) => {
    assert.deepEqual([error.status_code, error.etag], [412, etag]);
    return true;
  });
  const equal = await calls.update({ call_uuid, body: { duration: 5 }, if_match });
  assert.deepEqual([equal.etag, equal.data], [etag, data]);
});

test('updated_at rises with every change, also of many at once and while the clock stands behind it', async () => {
  const { call_uuid } = await openCall(home);
  for (const duration of numbers(50)) await calls.update({ call_uuid, body: { duration } });
  await Promise.all(numbers(50).map((duration) => calls.update({ call_uuid, body: { file_name: `${duration}` } })));
  await pharos.database.rows(sql`
    update calls set updated_at = clock_timestamp() + interval '1 hour' where uuid = ${call_uuid}`);
  const { data: ahead } = await calls.get({ call_uuid });
  for (const duration of numbers(5)) await calls.update({ call_uuid, body: { duration } });
  const row = await pharos.database.row(sql`
    select count(*) as versions, count(*) filter (where created_at > before) as risen,
      count(*) filter (where created_at > ${ahead.updated_at}::timestamptz) as ahead
    from (select created_at, lag(created_at) over (order by version) as before
      from call_versions where call_uuid = ${call_uuid}) as versions`);
  assert.deepEqual(row, { versions: 106, risen: 105, ahead: 5 });
});

/** Sends `share` of a PUT's bytes and leaves after `ms` without waiting for the answer. */
const sendAndLeave = async (call_uuid: string, body: object, share: number, ms: number): Promise<void> => {
  const json = JSON.stringify(body);
  const headers = `Host: pharos\r\nAuthorization: Bearer ${home.token}\r\nContent-Type: application/json\r\n`;
  const length = `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n`;
  const bytes = Buffer.from(`PUT /v1/calls/${call_uuid} HTTP/1.1\r\n${headers}${length}${json}`);
  const socket = connect(pharos.port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.write(bytes.subarray(0, bytes.length * share), resolve));
  await sleep(ms);
  socket.destroy();
};

test('a client that leaves right after sending has changed all or nothing, one that leaves before nothing', async () => {
  const { call_uuid } = await openCall(home);
  const bodyOf = (name: string) => {
    const word = { text: name, start_ms: 0, end_ms: 1, confidence: 1 };
    const transcript = { source: 'manual' as const, words: Array.from({ length: 3_000 }, () => word) };
    return { file_name: name, speaker_labels: { name }, transcript };
  };
  await calls.update({ call_uuid, body: bodyOf('whole 0') });
  for (const turn of numbers(40)) {
    await sendAndLeave(call_uuid, bodyOf(`part ${turn}`), 0.99, 0);
    await sendAndLeave(call_uuid, bodyOf(`whole ${turn}`), 1, turn % 10);
    const { data } = await calls.get({ call_uuid });
    const { file_name, speaker_labels, transcript } = data;
    assert.match(file_name ?? '', /^whole /);
    assert.deepEqual({ file_name, speaker_labels, transcript }, bodyOf(file_name ?? ''));
  }
});
