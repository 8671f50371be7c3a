// While one organization, or a stranger, does its worst, another one is answered: judged by order, never by the clock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import { ATTACKS, type Attack, keepUp } from '../bench/fairness/attacks.ts';
import { openCall, openPharos, type Person } from './support/pharos.ts';
import { SUBTITLES } from './support/requests.ts';

const pharos = await openPharos();
const { baseUrl } = pharos;
const [hostile, calm] = [await pharos.person(), await pharos.person()];
const { call_uuid: ours } = await openCall(calm);
await calm.client.calls.importTranscript({ call_uuid: ours, body: SUBTITLES });
const { call_uuid: theirs } = await openCall(hostile);

const attackNamed = (beginning: string) => ATTACKS.find(({ name }) => name.startsWith(beginning)) as Attack;

for (const attack of ATTACKS) {
  test(`while somebody ${attack.name}, another organization reads and writes`, async () => {
    const shot = await attack.prepare({ address: baseUrl, token: hostile.token });
    const ending = new AbortController();
    const attacked = keepUp(shot, attack.at_once, ending.signal);
    try {
      for (let time = 0; time < 5; time += 1) {
        await calm.client.me.get();
        await calm.client.calls.update({ call_uuid: ours, body: { duration: time } });
      }
      assert.equal((await calm.client.calls.get({ call_uuid: ours })).data.duration, 4);
    } finally {
      ending.abort();
      await attacked;
    }
  });
}

/** Work that waits for its turn, of which a hostile organization asks for much at once. */
const HEAVY: Record<string, (by: Person, call_uuid: string) => Promise<unknown>> = {
  'an export': ({ client }, call_uuid) =>
    client.calls.exportTranscript({ call_uuid, format: 'pdf' }).then((response) => response.arrayBuffer()),
  'a search': ({ client }) => client.search.post({ body: { q: 'morning' } }),
  'a large body': ({ client }, call_uuid) =>
    client.calls.update({
      call_uuid,
      body: { transcript: { source: 'manual', words: Array.from({ length: 20_000 }, wordAt) }, duration: null },
    }),
};
const wordAt = (_: unknown, at: number) => ({ text: 'lilies', start_ms: at, end_ms: at + 1, confidence: 1 });

for (const [what, ask] of Object.entries(HEAVY)) {
  test(`${what} of a calm organization does not wait for all of those that another one asked for before`, async () => {
    await hostile.client.calls.importTranscript({ call_uuid: theirs, body: SUBTITLES });
    const ended: string[] = [];
    const asked = Array.from({ length: 12 }, () =>
      ask(hostile, theirs).then(
        () => ended.push('hostile'),
        // What is too much at once is refused, and keeps nobody waiting at all.
        (error: { code: string }) => assert.equal(error.code, 'server_busy'),
      ),
    );
    await ask(calm, ours).then(() => ended.push('calm'));
    await Promise.all(asked);
    assert.ok(ended.length > 2 && ended.at(-1) === 'hostile', ended.join());
  });
}

test('a sign-in does not wait for all passwords that a stranger tries elsewhere', async () => {
  const attack = attackNamed('tries passwords');
  const shot = await attack.prepare({ address: baseUrl, token: '' });
  const ended: string[] = [];
  const signal = new AbortController().signal;
  const tried = Array.from({ length: 12 }, () => shot(signal).then(() => ended.push('hostile')));
  // Whoever has shown who they are waits in the turn of their organization, not of their network.
  const confirmed = createClient({ baseUrl, token: calm.token })
    .sessions.confirm({ body: { password: 'not it' } })
    .catch(() => ended.push('calm'));
  await confirmed;
  assert.ok(ended.indexOf('calm') < 6, ended.join());
  await Promise.all(tried);
});

test('once it is over, whoever did it is answered as before', async () => {
  for (const ask of Object.values(HEAVY)) {
    for (let busy = true; busy; ) {
      busy = await ask(hostile, theirs).then(
        () => false,
        (error: { code: string }) => error.code === 'server_busy',
      );
    }
  }
  await hostile.client.me.get();
});
