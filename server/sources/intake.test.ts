import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openIntake, SYSTEMS } from '../../test/support/intake.ts';
import type { Sent } from '../../test/support/telephone-systems.ts';

const { pharos, home, work, connect, countCalls } = await openIntake();

for (const open of SYSTEMS) {
  const system = open();
  test(`${system.kind}: a recording becomes a call once, with its facts, its sound and a transcription`, async () => {
    const { send, tell, log, offer, source } = await connect(system);
    const id = offer();
    assert.deepEqual(await send(tell(id)), { status: 200, text: '{"received":true,"recordings":1}' });
    const [waiting] = await log();
    assert.deepEqual([waiting?.state, waiting?.recording_id], ['waiting', id]);
    await work();
    const [arrival] = await log();
    assert.equal(arrival?.state, 'taken', arrival?.reason ?? '');
    const call_uuid = arrival?.call_uuid as string;
    const { data: call } = await home.client.calls.get({ call_uuid });
    assert.equal(call.from_e164, '+12125550123');
    assert.equal(call.direction, 'incoming');
    assert.match(call.started_at ?? '', /^2026-11-30T14:1[34]:/);
    assert.ok(call.source_call_id?.includes(id));
    assert.equal((await home.client.recordings.info({ call_uuid })).data.content_type, 'audio/wav');
    assert.equal((await home.client.jobs.listOfCall({ call_uuid })).data.items[0]?.provider, 'deepgram');
    const { data } = await home.client.cases.get({ case_uuid: call.case_uuid });
    assert.equal(data.case.identified, false);
    const { activity } = (await home.client.sources.get({ source_uuid: source.uuid })).data;
    assert.deepEqual([activity.today, activity.last_call_at !== null], [1, true]);

    const before = await countCalls();
    assert.deepEqual(await send(tell(id)), { status: 200, text: '{"received":true,"recordings":0}' });
    await work();
    assert.equal(await countCalls(), before);
    assert.deepEqual(
      (await log()).map(({ state }) => state),
      ['duplicate', 'taken'],
    );
    assert.equal((await log())[0]?.call_uuid, call_uuid);
  });

  test(`${system.kind}: of 60 forged and replayed messages none is taken, and each is in the log with its reason`, async () => {
    const { send, tell, log, offer, source } = await connect(system);
    const [other, before] = [open(), await countCalls()];
    const stranger = await connect(open(), await pharos.person('operator'));
    const forged: [name: string, sent: Sent, path?: string][] = [];
    for (let round = 0; round < 10; round++) {
      const id = offer();
      const sent = tell(id);
      const changed = (headers: Record<string, string | null>, body = sent.body) => ({
        body,
        headers: Object.fromEntries(
          Object.entries({ ...sent.headers, ...headers }).filter(([, value]) => value !== null),
        ) as Record<string, string>,
      });
      const signature = Object.keys(sent.headers).find((name) => /signature/.test(name)) as string;
      forged.push(
        ['without a signature', changed({ [signature]: null })],
        ['with an empty signature', changed({ [signature]: '' })],
        ['with another body', changed({}, sent.body.replace(id, `${id.slice(0, -1)}x`))],
        ['with a byte more', changed({}, `${sent.body} `)],
        ['of another account', other.tell({ id, url: 'https://media.example/x' }, source.address as string)],
      );
      if (system.kind === 'twilio') {
        const moved = stranger.source.address as string;
        forged.push(['for another address', system.tell({ id, url: 'https://api.twilio.com/x' }, moved)]);
      } else forged.push(['of six minutes ago', tell(id, Date.now() - (round % 2 ? 1 : -1) * 6 * 60_000)]);
    }
    assert.equal(forged.length, 60);
    for (const [name, sent] of forged) assert.equal((await send(sent)).status, 401, name);
    await work();
    assert.equal(await countCalls(), before);
    const refused = await log('refused');
    assert.equal(refused.length, 60);
    assert.ok(refused.every(({ reason }) => /signature|timestamp|body|account/.test(reason ?? '')));
    assert.deepEqual(
      (await log()).filter(({ state }) => state !== 'refused'),
      [],
    );
  });
}

test('an address that no source has is answered as one whose messages are signed otherwise', async () => {
  const { source } = await connect(SYSTEMS[0]?.() as ReturnType<(typeof SYSTEMS)[number]>);
  const answers = [source.uuid, randomUUID()].map(async (uuid) => {
    const answer = await fetch(`${pharos.baseUrl}/v1/intake/${uuid}`, { method: 'POST', body: '{}' });
    const { message, errors } = (await answer.json()) as Record<string, unknown>;
    return [answer.status, message, errors];
  });
  const [known, unknown] = await Promise.all(answers);
  assert.equal(known?.[0], 401);
  assert.deepEqual(unknown, known);
});
