import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openWorkerPool } from '../platform/worker-pool/worker-pool.ts';
import type { Analysed, Unread } from './analyse-thread.ts';
import { runApart } from './run-apart.ts';
import type { Runnable } from './run-template.ts';

// The machine decides how long anything takes: the limit is far from what a few words need, and from what the many need.
const pool = openWorkerPool<Unread, Analysed>({
  file: new URL('./analyse-thread.ts', import.meta.url),
  at_once: 1,
  each: 1,
  limit_ms: 60_000,
  memory_mb: 48,
});
after(() => pool.close());

const words = 'The family wants no lilies at all. '
  .repeat(3_000)
  .trim()
  .split(' ')
  .map((text, index) => ({ text, start_ms: index, end_ms: index, confidence: 1, speaker: 'B' }));
const transcript = Buffer.from(JSON.stringify({ source: 'deepgram', words }));
const phrases = (...texts: string[]): Runnable => ({
  execution_type: 'extraction',
  rules: null,
  scope: null,
  exact_phrases: texts.map((phrase) => ({ phrase, match_percentage: 100 })),
});

test('a template that needs too much fails alone, and the others beside it find what there is', async () => {
  const heavy = phrases(...Array.from({ length: 1_000 }, () => 'wants no lilies'));
  const templates = [phrases('tulips'), heavy, phrases('roses')];
  const whose = { organization_uuid: 'one' };
  const results = await runApart(pool, { transcript, facts: {}, templates }, whose);
  assert.deepEqual(
    results.map(({ error, found }) => [error, found.length]),
    [
      [null, 0],
      ['too_much_memory', 0],
      [null, 0],
    ],
  );
});
