import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { test } from 'node:test';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { beep } from '../../test/support/requests.ts';

const pharos = await openPharos();
const home = await pharos.person();
const sound = Buffer.from(beep());

/** Sends the first half of a body, does something else, sends the rest and answers the status. */
const sendAround = async (
  { token }: Person,
  { method, path, headers = {} }: { method: string; path: string; headers?: Record<string, string> },
  between: () => Promise<unknown>,
): Promise<number> => {
  const sending = request(`${pharos.baseUrl}${path}`, { method });
  sending.on('error', () => {});
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  const all = { authorization: `Bearer ${token}`, 'content-length': String(sound.length), ...headers };
  for (const [name, value] of Object.entries(all)) sending.setHeader(name, value);
  const arrived = once(pharos.app.server, 'request') as Promise<[IncomingMessage]>;
  sending.write(sound.subarray(0, 1_000));
  // The server reads on: all checks before the body have passed.
  const [incoming] = await arrived;
  while (incoming.readableFlowing === null && incoming.listenerCount('readable') === 0)
    await new Promise((resolve) => setImmediate(resolve));
  await between();
  sending.end(sound.subarray(1_000));
  const [answer] = await answered;
  return answer.resume().statusCode ?? 0;
};

const WAYS: Record<string, (person: Person, call_uuid: string) => Promise<Parameters<typeof sendAround>[1]>> = {
  'in one body': async (_person, call_uuid) => ({ method: 'PUT', path: `/v1/calls/${call_uuid}/recording` }),
  'as an upload': async ({ token }, call_uuid) => {
    const begun = await fetch(`${pharos.baseUrl}/v1/uploads`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'tus-resumable': '1.0.0',
        'upload-length': String(sound.length),
        'upload-metadata': `call_uuid ${Buffer.from(call_uuid).toString('base64')}`,
      },
    });
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    return { method: 'PATCH', path: new URL(begun.headers.get('location') ?? '', pharos.baseUrl).pathname, headers };
  },
};

for (const [way, prepare] of Object.entries(WAYS)) {
  test(`a recording that comes ${way} is not kept where its sender is shut out before its end`, async () => {
    const leaver = await pharos.person('member', home);
    const { call_uuid } = await openCall(home);
    const shutOut = () => home.client.users.remove({ user_uuid: leaver.actor.user_uuid });
    assert.equal(await sendAround(leaver, await prepare(leaver, call_uuid), shutOut), 401);
    await assert.rejects(home.client.recordings.info({ call_uuid }), { status_code: 404 });
  });

  test(`a recording that comes ${way} is kept where nothing happens meanwhile`, async () => {
    const { call_uuid } = await openCall(home);
    const status = await sendAround(home, await prepare(home, call_uuid), async () => {});
    assert.ok(status >= 200 && status < 300, String(status));
    assert.equal((await home.client.recordings.info({ call_uuid })).data.bytes, sound.length);
  });
}
