import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REDACTION_KINDS } from '@pharos/contract/transcripts.ts';
import { findSecrets } from './find-secrets.ts';
import { redact } from './redact.ts';
import { readTalk } from './talks.fixture.ts';

const TALK = 'the card number / 4242 4242 / uh-huh / 4242 4242. Thank you. / born August 14th, 1958, right?';

test('a marker stands for the words of each turn, with their times, voice and punctuation', () => {
  const { words } = readTalk(TALK).call;
  const { call } = readTalk(TALK);
  const redacted = redact(words, findSecrets(call, REDACTION_KINDS), 'en');
  assert.equal(
    redacted.map(({ text }) => text).join(' '),
    'the card number [card number removed] uh-huh [card number removed]. Thank you. born [date of birth removed], right?',
  );
  const [marker, ...others] = redacted.filter(({ text }) => text.startsWith('[card'));
  assert.equal(others.length, 1);
  assert.deepEqual(marker, { ...words[3], text: '[card number removed]', end_ms: words[4]?.end_ms });
});

test('markers are in the language of the document, and nothing else changes', () => {
  const { call } = readTalk(TALK);
  const before = structuredClone(call.words);
  const spanish = redact(call.words, findSecrets(call, ['date_of_birth']), 'es').map(({ text }) => text);
  assert.ok(spanish.includes('[fecha de nacimiento omitida],'));
  assert.ok(spanish.includes('4242'));
  assert.deepEqual(call.words, before);
  assert.deepEqual(redact(call.words, [], 'en'), before);
});
