import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { wav } from '../../test/support/recordings.ts';

const pharos = await openPharos();
const home = await pharos.person();
const OPEN_FILES = '/proc/self/fd';
const NO_LIST_OF_FILES = !existsSync(OPEN_FILES) && 'this system does not list the files that are open';
const readlinkOrNothing = (path: string) => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};

test('listeners who leave, at whatever moment, leave no file open', { skip: NO_LIST_OF_FILES }, async () => {
  const { call_uuid } = await openCall(home);
  const { data } = await home.client.recordings.upload({
    call_uuid,
    body: new Uint8Array(wav(randomBytes(16_000), { tag: 1, channels: 1, bits: 8 })),
  });
  const open = () =>
    readdirSync(OPEN_FILES).filter((name) => {
      const path = readlinkOrNothing(`${OPEN_FILES}/${name}`);
      return path.includes(home.actor.organization_uuid) && path.endsWith(data.uuid);
    });
  const lines = [`GET /v1/calls/${call_uuid}/recording HTTP/1.1`, 'Host: x', `Authorization: Bearer ${home.token}`];
  const asked = () => {
    const socket = connect(pharos.port, '127.0.0.1');
    socket.on('error', () => {}).write(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
  };
  for (let round = 0; round < 20; round++) {
    asked();
    await home.client.recordings.get({ call_uuid }).then((heard) => heard.arrayBuffer());
  }
  for (let looks = 0; open().length > 0; looks++) {
    assert.ok(looks < 100, `${open().length} files stay open`);
    await home.client.recordings.info({ call_uuid });
  }
});
