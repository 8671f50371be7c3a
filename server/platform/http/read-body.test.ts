import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { openGathering } from './gather-body.ts';
import { openHeldMemory } from './held-memory.ts';
import { openBodyReader } from './read-body.ts';

const deadlines = { idle_ms: 60_000, total_ms: 60_000 };
const response = {} as ServerResponse;
const body = (bytes: number) =>
  Object.assign(Readable.from([Buffer.alloc(bytes)]), { headers: {} }) as unknown as IncomingMessage;

const open = () => {
  const read = openBodyReader(deadlines, openHeldMemory('bodies', { all: 100, organization: 60, strangers: 20 }));
  return (bytes: number, owner: string | null) => read(body(bytes), response, 1000, owner);
};
const busy = { status: 503 };

test('what strangers send leaves room for everybody who has shown who they are', async () => {
  const read = open();
  await read(20, null);
  await assert.rejects(read(1, null), busy);
  await read(60, 'one');
});

test('what one organization sends leaves room for the others', async () => {
  const read = open();
  await read(60, 'one');
  await assert.rejects(read(1, 'one'), busy);
  await read(40, 'other');
  await assert.rejects(read(1, 'third'), busy);
});

test('a body that is done with, or was refused, makes room again', async () => {
  const read = open();
  const held = await read(60, 'one');
  await assert.rejects(read(30, 'one'), busy);
  held[Symbol.dispose]();
  await read(60, 'one');
});

for (const [name, expected] of [
  ['says how long it is', 5_000_000],
  ['says that it is shorter', 3],
  ['does not say how long it is', 0],
] as const) {
  test(`a large body in pieces that ${name} is put together as it was`, () => {
    const whole = Buffer.from(Array.from({ length: 5_000_000 }, (_, at) => at % 251));
    const gathering = openGathering(expected);
    for (let at = 0; at < whole.length; at += 60_000) gathering.add(whole.subarray(at, at + 60_000));
    const body = gathering.end();
    assert.ok(body.equals(whole));
    assert.equal(body.buffer.byteLength, body.byteLength);
  });
}
