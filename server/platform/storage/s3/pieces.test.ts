import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from './pieces.ts';

const cut = async (start: string, source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
  const found: string[] = [];
  for await (const { bytes, failure } of pieces(4, Buffer.from(start), source))
    found.push(Buffer.from(bytes).toString() + (failure ? '!' : ''));
  return found;
};
const bytes = (...parts: string[]) => parts.map((part) => Buffer.from(part));

test('a stream is cut to equal pieces and a last one, whatever it comes in', async () => {
  assert.deepEqual(await cut('', []), ['']);
  assert.deepEqual(await cut('', bytes('abc')), ['abc']);
  assert.deepEqual(await cut('', bytes('abcd')), ['abcd', '']);
  assert.deepEqual(await cut('', bytes('abcdefghij')), ['abcd', 'efgh', 'ij']);
  assert.deepEqual(await cut('', bytes('a', '', 'bc', 'defghi')), ['abcd', 'efgh', 'i']);
});

test('what is at hand comes first', async () => {
  assert.deepEqual(await cut('ab', bytes('cdefgh')), ['abcd', 'efgh', '']);
  assert.deepEqual(await cut('abc', []), ['abc']);
});

test('what came before a stream broke off is the last piece', async () => {
  const broken = async function* () {
    yield Buffer.from('abcdef');
    throw new Error('the line went dead');
  };
  assert.deepEqual(await cut('', broken()), ['abcd', 'ef!']);
});

test('one who stops asking closes the stream', async () => {
  let closed = false;
  const source = (async function* () {
    try {
      for (;;) yield Buffer.from('abcdef');
    } finally {
      closed = true;
    }
  })();
  for await (const _ of pieces(4, Buffer.alloc(0), source)) break;
  assert.ok(closed);
});
