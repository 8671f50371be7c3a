import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCall, openPharos } from '../../../test/support/pharos.ts';
import { beep } from '../../../test/support/requests.ts';

const pharos = await openPharos();
const home = await pharos.person('admin');

const TALK: [speaker: string, text: string][] = [
  ['A', 'What is the card number?'],
  ['B', 'It is four two four two four two four two'],
  ['A', 'uh-huh'],
  ['B', 'four two four two four two four two. My number is 614-555-0147.'],
];

/** A call whose words take half a second each, one behind the other. */
const openTalk = async (talk = TALK) => {
  const { call_uuid } = await openCall(home);
  const words = talk
    .flatMap(([speaker, text]) => text.split(' ').map((word) => ({ text: word, speaker })))
    .map((word, index) => ({ ...word, start_ms: index * 500, end_ms: index * 500 + 500, confidence: 1 }));
  const speaker_labels = { A: 'Nora Ellery, director', B: 'Anna Hollis, daughter' };
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words }, speaker_labels } });
  return { call_uuid, words };
};

test('a call is measured by its words: who talks how much, and on which side', async () => {
  const { call_uuid } = await openTalk();
  const { data } = await home.client.calls.measures({ call_uuid });
  assert.equal(data.call_uuid, call_uuid);
  assert.deepEqual(
    data.voices.map(({ speaker, label, side, words, questions }) => [speaker, label, side, words, questions]),
    [
      ['B', 'Anna Hollis, daughter', 'theirs', 22, 0],
      ['A', 'Nora Ellery, director', 'ours', 6, 1],
    ],
  );
  assert.deepEqual(data.silences, []);
});

test('a call opens with the other side’s words, and says who has no name yet', async () => {
  const { call_uuid } = await openTalk();
  await home.client.calls.patch({ call_uuid, body: { speaker_labels: { B: null } } });
  const { data } = await home.client.calls.opening({ call_uuid });
  assert.equal(data.quote?.text, 'It is four two four two four two four two');
  assert.deepEqual([data.unnamed.map(({ speaker }) => speaker), data.unnamed_count], [['B'], 1]);
  assert.ok(data.sides.parts.includes('ours'));
});

test('calls are listed by whether they have a recording', async () => {
  const other = await pharos.person('member');
  const { call_uuid } = await openCall(other);
  const listed = async (has_recording: boolean) =>
    (await other.client.calls.list({ has_recording })).data.items.map(({ uuid }) => uuid);
  assert.deepEqual([await listed(false), await listed(true)], [[call_uuid], []]);
  await other.client.recordings.upload({ call_uuid, body: beep() });
  assert.deepEqual([await listed(false), await listed(true)], [[], [call_uuid]]);
});

test('an admin sees where a call says numbers that can be left out, and nobody below does', async () => {
  const { call_uuid } = await openTalk();
  const { data } = await home.client.calls.redactions({ call_uuid });
  assert.deepEqual(
    data.items.map(({ kind, start_word, end_word, speaker }) => [kind, start_word, end_word, speaker]),
    [
      ['card_number', 7, 15, 'B'],
      ['card_number', 16, 24, 'B'],
    ],
  );
  assert.ok(data.items.every(({ start_ms, end_ms, start_word }) => start_ms === start_word * 500 && end_ms > start_ms));
  const member = await pharos.person('member', home);
  await assert.rejects(member.client.calls.redactions({ call_uuid }), { status_code: 403 });
});

test('a long call is read in a thread, with the same result', async () => {
  const { call_uuid } = await openTalk([
    ...Array.from({ length: 400 }, (): [string, string] => ['A', 'we are here']),
    ...TALK,
  ]);
  const { data } = await home.client.calls.redactions({ call_uuid });
  assert.equal(data.items.length, 2);
  assert.equal((await home.client.calls.measures({ call_uuid })).data.voices.length, 2);
});

test('a call without words, and one of another organization, is 404', async () => {
  const { call_uuid } = await openCall(home);
  const stranger = await pharos.person('admin');
  const theirs = await openTalk();
  for (const read of ['measures', 'opening', 'redactions'] as const) {
    await assert.rejects(home.client.calls[read]({ call_uuid }), { status_code: 404 });
    await assert.rejects(stranger.client.calls[read]({ call_uuid: theirs.call_uuid }), { status_code: 404 });
  }
});

test('reading a call by rules is recorded as a reading of its words', async () => {
  const { call_uuid } = await openTalk();
  await home.client.calls.measures({ call_uuid });
  const { data } = await home.client.audit.list({ subject_uuid: call_uuid, action: 'calls.measures' });
  assert.equal(data.items.length, 1);
});

for (const format of ['json', 'txt', 'md', 'srt', 'vtt', 'csv'] as const) {
  test(`an export as ${format} leaves out what it is asked to, and the call keeps it`, async () => {
    const { call_uuid, words } = await openTalk();
    const asked = { call_uuid, format, redact: 'card_number, bank_account' };
    const response = await home.client.calls.exportTranscript(asked);
    assert.equal(response.headers.get('x-redacted'), 'card_number=2');
    const text = await response.text();
    assert.match(text.replaceAll('\\', '').replaceAll('\n', ' '), /card number removed/);
    assert.doesNotMatch(text.replaceAll(/\s+/g, ' '), /four two/);
    assert.match(text, /0147/);
    const { data } = await home.client.calls.get({ call_uuid });
    assert.equal(data.transcript?.words.length, words.length);
    const whole = await home.client.calls.exportTranscript({ call_uuid, format });
    assert.equal(whole.headers.get('x-redacted'), null);
    assert.match(await whole.text(), /four/);
  });
}

test('a document says how much was left out of it, and in its language', async () => {
  const { call_uuid } = await openTalk();
  const text = async (redact: string, language: 'en' | 'es') =>
    (await home.client.calls.exportTranscript({ call_uuid, format: 'txt', redact, language })).text();
  assert.match(await text('card_number', 'en'), /\nRemoved: card numbers \(2\)\n/);
  assert.match(
    await text('card_number', 'es'),
    /\nSe omitió: números de tarjeta \(2\)\n(?:.|\n)*\[número de tarjeta omitido\]/,
  );
  assert.match(await text('security_code', 'en'), /\nRemoved: nothing found to remove\n/);
});

test('a document and a page are made without what was left out', async () => {
  const { call_uuid } = await openTalk();
  for (const format of ['docx', 'pdf'] as const) {
    const response = await home.client.calls.exportTranscript({ call_uuid, format, redact: 'card_number' });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('x-redacted'), 'card_number=2');
  }
});

test('a kind that is none is 400 and lists those that there are', async () => {
  const { call_uuid } = await openTalk();
  await assert.rejects(home.client.calls.exportTranscript({ call_uuid, redact: 'card_number,shoe_size' }), {
    status_code: 400,
    message: /\/redact must be a list, separated by commas, of card_number, social_security_number/,
  });
});
