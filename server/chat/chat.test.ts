import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();

const TURNS = [
  ['A', 'Evergreen Funeral Home, this is Nora. How can I help you?'],
  ['B', 'Hello, my name is Anna Hollis. My mother passed away last night at Mercy Hospital.'],
  ['A', 'I am so sorry, Anna. What is the best number to reach you?'],
  ['B', 'It is six one four, five five five, zero one four seven.'],
] as const;

const transcriptOf = (turns: readonly (readonly [string, string])[]) => {
  const words = turns.flatMap(([speaker, text]) => text.split(' ').map((word) => ({ text: word, speaker })));
  const timed = words.map((word, index) => ({ ...word, start_ms: index * 400, end_ms: index * 400 + 300 }));
  return { source: 'deepgram' as const, words: timed.map((word) => ({ ...word, confidence: 1 })) };
};

const openSpoken = async (person: Person) => {
  const { case_uuid, call_uuid } = await openCall(person);
  const speaker_labels = { A: 'Nora, director', B: 'Anna Hollis, daughter' };
  await person.client.calls.update({ call_uuid, body: { transcript: transcriptOf(TURNS), speaker_labels } });
  return { case_uuid, call_uuid };
};

const NUMBER = { question: "What is the caller's phone number?" };

test('a question about a call is answered by the words that answer it, with their places', async () => {
  const home = await pharos.person();
  const viewer = await pharos.person('viewer', home);
  const { call_uuid } = await openSpoken(home);
  const { data } = await viewer.client.chat.call({ call_uuid, body: NUMBER });
  const [first] = data.citations;
  assert.ok(first);
  assert.deepEqual([data.answered, first.call_uuid, first.label], [true, call_uuid, 'Anna Hollis, daughter']);
  assert.match(first.text, /five five five/);
  const words = transcriptOf(TURNS).words.slice(first.start_word, first.end_word);
  assert.deepEqual(
    [first.text, first.start_ms, first.end_ms],
    [words.map(({ text }) => text).join(' '), words[0]?.start_ms, words.at(-1)?.end_ms],
  );
  assert.equal(data.response.split('\n')[0], `Anna Hollis, daughter: “${first.text}”`);
});

test('an answer that nobody gave is not given', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openSpoken(home);
  const body = { question: 'How much does the oak casket cost?' };
  assert.deepEqual((await home.client.chat.call({ call_uuid, body })).data, {
    response: 'Not said on this call.',
    engine: 'rules',
    model: null,
    answered: false,
    citations: [],
    unsupported: [],
  });
  const { data } = await home.client.chat.case({ case_uuid, body });
  assert.deepEqual([data.response, data.citations], ['Not said on the calls of this case.', []]);
});

test('a question about a case is answered from all of its calls, and from no other', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid } = await openSpoken(home);
  const elsewhere = await openSpoken(home);
  await home.client.calls.create({ body: { case_uuid } });
  const second = await home.client.calls.create({
    body: { case_uuid, transcript: transcriptOf([...TURNS.slice(0, 3), ['B', 'Call me at 614-555-0199.']]) },
  });
  const { data } = await home.client.chat.case({ case_uuid, body: NUMBER });
  const calls = new Set(data.citations.map((citation) => citation.call_uuid));
  assert.deepEqual(calls, new Set([call_uuid, second.data.uuid]));
  assert.ok(!calls.has(elsewhere.call_uuid));
});

test('a question is refused without words to look in, and bad ones are', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await assert.rejects(home.client.chat.call({ call_uuid, body: NUMBER }), { status_code: 409 });
  for (const body of [{}, { question: '' }, { question: 7 }, { question: 'x'.repeat(1001) }]) {
    await assert.rejects(home.client.chat.call({ call_uuid, body: body as never }), { status_code: 400 });
  }
});

test('that somebody asked is an event, and what they asked is nowhere', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openSpoken(home);
  await home.client.chat.call({ call_uuid, body: { question: 'Is the word lighthouse said?' } });
  const events = await pharos.database.rows<{ event: string }>(sql`
    select to_jsonb(audit_events)::text as event from audit_events
    where subject_uuid = ${call_uuid} and action = 'chat.call'`);
  assert.equal(events.length, 1);
  assert.ok(!`${events[0]?.event} ${pharos.logged.join(' ')}`.includes('lighthouse'));
});
