import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintIn, fingerprintOf, isSound, refusalOf } from './kinds.ts';

test('sound is told from words by its type or its ending', () => {
  for (const name of ['a.MP3', 'a.wav', 'voicemail.m4a', 'a.opus']) assert.ok(isSound({ name, type: '' }), name);
  assert.ok(isSound({ name: 'recording', type: 'audio/mpeg' }));
  for (const name of ['a.json', 'a.vtt', 'mp3', 'a.mp3.txt']) assert.ok(!isSound({ name, type: '' }), name);
});

test('a file is known by the key under which its upload is kept, whatever it is called', () => {
  for (const name of ['a.mp3', 'tus::a::7', 'a::12::b']) {
    const fingerprint = fingerprintOf({ name, size: 5, lastModified: 7 }, 'x');
    assert.equal(fingerprintIn(`tus::${fingerprint}::481516234`), fingerprint);
  }
});

test('a file that is chosen again is known, another or one for elsewhere is not', () => {
  const file = { name: 'a.mp3', size: 5, lastModified: 7 };
  assert.equal(fingerprintOf(file, 'x'), fingerprintOf({ ...file }, 'x'));
  const all = [file, { ...file, size: 6 }, { ...file, lastModified: 8 }].map((one) => fingerprintOf(one, 'x'));
  assert.equal(new Set([...all, fingerprintOf(file, 'y')]).size, 4);
});

test("a refusal's reason, and the call that it names, are read from its answer", () => {
  const given = { call_uuid: '849efaee-8073-4797-aa03-525aac037997' };
  const refusal = refusalOf(
    409,
    JSON.stringify({ message: 'Already here', errors: [{ code: 'recording_duplicate', given }] }),
  );
  assert.equal(refusal?.status_code, 409);
  assert.deepEqual(refusal?.problems[0]?.given, given);
  for (const body of [undefined, '', 'Upload-Offset conflict', '{"message":5}', 'null']) {
    assert.equal(refusalOf(409, body), null);
  }
});
