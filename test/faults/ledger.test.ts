import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from '@pharos/contract/calls.ts';
import { Ledger } from './ledger.ts';
import { digestOf, stampedBody } from './stamped-body.ts';

// Two writes one after the other, and a third that overlaps the second and has no answer.
const ledger = new Ledger('a call');
const body = (stamp: string) => stampedBody(stamp, 1) as unknown as Call;
const add = (stamp: string, sent_at: number, acknowledged_at?: number) =>
  ledger.add({ stamp, digest: digestOf(body(stamp).transcript), sent_at, acknowledged_at });
add('first', 0, 10);
add('second', 20, 40);
add('third', 30);

test('the last acknowledged write is right, and so is one that may have come after it', () => {
  assert.equal(ledger.judge(body('second'), 50), 'right');
  assert.equal(ledger.judge(body('third'), 50), 'right');
});

test('a write that an acknowledged one followed is a loss, from the acknowledgement on', () => {
  assert.equal(ledger.judge(body('first'), 35), 'right');
  assert.equal(ledger.judge(body('first'), 50), 'lost');
});

test('an empty call is a loss once a write was acknowledged', () => {
  const nothing = { file_name: null, transcript: null } as Call;
  assert.equal(ledger.judge(nothing, 5), 'right');
  assert.equal(ledger.judge(nothing, 50), 'lost');
});

test('parts of two bodies in one call are a mixture, down to a single word', () => {
  const [second, third] = [body('second'), body('third')];
  assert.equal(ledger.judge({ ...second, speaker_labels: third.speaker_labels }, 50), 'mixed');
  assert.equal(ledger.judge({ ...second, transcript: third.transcript }, 50), 'mixed');
  const words = (second.transcript?.words ?? []).with(7, third.transcript?.words[7] as never);
  assert.equal(ledger.judge({ ...second, transcript: { source: 'deepgram', words } }, 50), 'mixed');
  assert.equal(ledger.judge(body('never sent'), 50), 'mixed');
});
