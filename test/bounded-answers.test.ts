// Answers are bounded as bodies are: by bytes, by memory, and by the patience with those who read them.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { PharosError } from '@pharos/client/error.ts';
import type { Word } from '@pharos/contract/transcripts.ts';
import { headOf } from './bad-inputs/wire.ts';
import { openPharos, type Person } from './support/pharos.ts';

const pharos = await openPharos();
const [home, calm] = [await pharos.person(), await pharos.person()];
const MIB = 1024 * 1024;

/** Words that are many bytes, and few when packed. */
const wordsOf = (bytes: number): Word[] =>
  Array.from({ length: bytes / 4096 }, () => ({ text: 'a'.repeat(4096), start_ms: 0, end_ms: 1, confidence: 1 }));

/** A case with calls of so many bytes of words each. */
const openCase = async ({ client }: Person, sizes: number[]) => {
  const { data: funeral } = await client.cases.create({ body: {} });
  const uuids: string[] = [];
  for (const bytes of sizes) {
    const transcript = bytes === 0 ? null : { source: 'manual' as const, words: wordsOf(bytes) };
    uuids.push((await client.calls.create({ body: { case_uuid: funeral.uuid, transcript } })).data.uuid);
  }
  return { case_uuid: funeral.uuid, uuids };
};

const large = await openCase(home, [12 * MIB, 0, 12 * MIB, 12 * MIB, MIB]);

test('a case has the words of its first calls up to 32 MiB, and says which it leaves out; each call has its own', async () => {
  const { data } = await home.client.cases.get({ case_uuid: large.case_uuid });
  assert.deepEqual(
    data.calls.map(({ uuid, transcript, transcript_omitted }) => [uuid, transcript !== null, transcript_omitted]),
    large.uuids.map((uuid, at) => [uuid, [0, 2].includes(at), at > 2 || undefined]),
  );
  assert.equal(data.has_more_calls, undefined);
  const third = (await home.client.calls.get({ call_uuid: large.uuids[3] as string })).data;
  assert.equal(third.transcript?.words.length, (12 * MIB) / 4096);
});

test('a call whose words were left out is sent back as it came, and keeps them', async () => {
  const { data } = await home.client.cases.get({ case_uuid: large.case_uuid });
  const last = data.calls[4] as (typeof data.calls)[number];
  assert.ok(last.transcript_omitted);
  await home.client.calls.update({ call_uuid: last.uuid, body: last });
  assert.equal((await home.client.calls.get({ call_uuid: last.uuid })).data.transcript?.words.length, MIB / 4096);
});

test('a list with transcripts leaves out what is beyond 32 MiB, newest first, and each call whose words it has is an event', async () => {
  const reader = await pharos.person('viewer', home);
  const { items } = (await reader.client.calls.list({ case_uuid: large.case_uuid, with_transcript: true })).data;
  assert.deepEqual(
    items.map(({ transcript_omitted }) => transcript_omitted),
    [undefined, undefined, undefined, undefined, true],
  );
  const events = (await home.client.audit.list({ actor_uuid: reader.actor.user_uuid })).data.items;
  assert.equal(events.filter(({ subject_type }) => subject_type === 'call').length, 3);
});

test('a page of calls whose labels are many bytes is shorter, and the pages together have every call once', async () => {
  const { case_uuid, uuids } = await openCase(home, Array(24).fill(0));
  const label = 'x'.repeat(MIB - 100);
  for (const call_uuid of uuids)
    await home.client.calls.update({ call_uuid, body: { speaker_labels: { '0': label } } });
  const seen: string[] = [];
  let pages = 0;
  for (let cursor: string | undefined, done = false; !done; pages += 1) {
    const { items, next_cursor } = (await home.client.calls.list({ case_uuid, cursor })).data;
    seen.push(...items.map(({ uuid }) => uuid));
    assert.ok(items.length < 20);
    cursor = next_cursor ?? undefined;
    done = next_cursor === null;
  }
  assert.deepEqual([pages, seen.toSorted()], [2, uuids.toSorted()]);
  const { data } = await home.client.cases.get({ case_uuid });
  assert.ok(data.has_more_calls && data.calls.length < uuids.length);
});

/** A client that asks and reads nothing of the answer. */
const askAndStall = (port: number, path: string, { token }: Person) => {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.pause().write(headOf({ method: 'GET', path, headers: { authorization: `Bearer ${token}` } }));
  return socket;
};

/** Asks until an answer is as wanted. */
const askUntil = async (ask: () => Promise<unknown>, wanted: (outcome: unknown) => boolean) => {
  while (!wanted(await ask().catch((error: unknown) => error))) await pause(20);
};
const isBusy = (outcome: unknown) => outcome instanceof PharosError && outcome.code === 'server_busy';

test('readers who take nothing hold so much of their organization’s memory and no more, and none of another’s', async () => {
  const call_uuid = (await openCase(calm, [12 * MIB])).uuids[0] as string;
  const ask = () => home.client.cases.get({ case_uuid: large.case_uuid });
  const stalled: Socket[] = [];
  // Those who take nothing are ended after a while: on a busy machine before the others are there.
  const stallMore = () => {
    const more = Array.from({ length: 12 }, () => askAndStall(pharos.port, `/v1/cases/${large.case_uuid}`, home));
    stalled.push(...more);
    return ask();
  };
  await askUntil(stallMore, isBusy);
  await calm.client.calls.get({ call_uuid });
  await home.client.me.get();
  for (const socket of stalled) socket.destroy();
  await askUntil(ask, (outcome) => !(outcome instanceof Error));
});

test('a reader who takes nothing of an answer is ended', async () => {
  const hasty = await openPharos({ deadlines: { idle_ms: 400, total_ms: 60_000 } });
  const reader = await hasty.person();
  const { case_uuid } = await openCase(reader, [12 * MIB]);
  const opened = once(hasty.app.server, 'connection');
  askAndStall(hasty.port, `/v1/cases/${case_uuid}`, reader);
  const [socket] = (await opened) as [Socket];
  await once(socket, 'close');
  assert.equal((await reader.client.cases.get({ case_uuid })).data.calls.length, 1);
});
