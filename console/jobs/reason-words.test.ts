import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Job } from '@pharos/contract/jobs.ts';
import { english } from '../texts/english.ts';
import { spanish } from '../texts/spanish.ts';
import { reasonWords, remarkWords } from './reason-words.ts';

const job = { provider: 'speech_server', error: 'In English', reason: null, remarks: [] as Job['remarks'] } as Job;

test('a reason is said in the reader’s language, with the provider’s own words', () => {
  assert.equal(reasonWords(job, english), null);
  const refused: Job = {
    ...job,
    reason: { code: 'provider_refused', given: { status: 401, provider_code: 'INVALID_AUTH', words: 'Not today' } },
  };
  for (const texts of [english, spanish]) {
    const words = reasonWords(refused, texts) ?? '';
    for (const part of [texts.jobs.providers.speech_server, '401 INVALID_AUTH', '“Not today”'])
      assert.ok(words.includes(part), words);
  }
});

test('a result that cannot be read is refused as an import of it would be', () => {
  const reason = { code: 'result_unreadable' as const, given: { refusal: 'transcript_empty', words: 'In English' } };
  for (const texts of [english, spanish])
    assert.equal(reasonWords({ ...job, reason }, texts), texts.refusals.transcript_empty);
  const unknown = { ...reason, given: { refusal: 'of a newer server' } };
  assert.equal(
    reasonWords({ ...job, reason: unknown }, spanish),
    spanish.job_reasons.result_unreadable({}, spanish.jobs.providers.speech_server),
  );
});

test('a code of a newer server is told in the server’s own words', () => {
  assert.equal(reasonWords({ ...job, reason: { code: 'newer' as 'text' } }, spanish), 'In English');
  assert.deepEqual(remarkWords({ ...job, remarks: [{ code: 'newer' as 'text' }] }, spanish), []);
});

test('each remark is said in the reader’s language', () => {
  const remarks: Job['remarks'] = [{ code: 'no_words' }, { code: 'words_untimed', given: { count: 18 } }];
  assert.deepEqual(remarkWords({ ...job, remarks }, english), [
    english.job_remarks.no_words,
    english.job_remarks.words_untimed({ count: 18 }),
  ]);
});
